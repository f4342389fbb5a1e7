import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice, Steps, When } from '#app/ui/pieces.tsx';
import { Reach } from '#app/ui/reach.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { standingPage } from '../queries/standing.server.ts';
import type { NoteName } from '../rules/standing.ts';
import { ToldEligibility } from '../ui/told-eligibility.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.standing.standingTitle);

export function loader({ request, params, context }: LoaderFunctionArgs) {
  return found(standingPage(signedIn(context, request), params.applicationId ?? ''));
}

/** What ends when the call closes; every other moment is that of the station itself. */
const CLOSES: ReadonlySet<NoteName> = new Set(['writing', 'waiting-for-panel']);

/** Where the next thing to do is, when it is the applicant's turn. */
function nextLink(
  applicationId: string,
  now: NoteName,
): { to: string; words: 'linkContinue' | 'linkAward' | 'linkPayment' | 'linkMentoring' } | null {
  if (now === 'writing') return { to: paths.applyApplication({ applicationId }), words: 'linkContinue' };
  if (now === 'offer-open') return { to: paths.applyAward({ applicationId }), words: 'linkAward' };
  if (now === 'money-needs-account' || now === 'money-planned')
    return { to: paths.applyPayment({ applicationId }), words: 'linkPayment' };
  if (now === 'mentor-with-you') return { to: paths.applyMentoring({ applicationId }), words: 'linkMentoring' };
  return null;
}

export default function StandingScreen() {
  const { words, language, deadline } = useWords();
  const page = useLoaderData<typeof loader>();
  const { standing, applicationId } = page;
  const step = nextLink(applicationId, standing.now);
  const next = step?.words === 'linkPayment' && !page.maySeeMoney ? null : step;
  return (
    <Page
      title={page.title}
      overline={
        <span className="of-call">
          <CallText text={page.callTitle} />
          <bdi>{page.reference}</bdi>
        </span>
      }
      back={paths.apply()}
      backLabel={words.common.areas.apply}
    >
      <Notice
        tone={standing.actsNext === 'you' ? 'warn' : standing.isOver ? 'plain' : 'good'}
        title={words.standing.notes[standing.now]}
      >
        <p>
          {words.standing.standingNext}
          {': '}
          <strong>{words.standing.actors[standing.actsNext]}</strong>
        </p>
        {next !== null && (
          <p>
            <ButtonLink to={next.to}>{words.standing[next.words]}</ButtonLink>
          </p>
        )}
      </Notice>
      {page.told !== null && <ToldEligibility told={page.told} partner={page.partnerName} />}
      <h2>{words.standing.standingTitle}</h2>
      <Steps
        steps={standing.stations.map((station) => ({
          key: station.name,
          title: words.standing.stations[station.name],
          state: station.state,
          note: (
            <>
              {words.standing.notes[station.note]}{' '}
              {station.at !== null &&
                (CLOSES.has(station.note) ? (
                  say(language, words.application.closesAt, { when: deadline(station.at, page.timeZone) })
                ) : (
                  <When at={station.at} timeZone={page.timeZone} as="deadline" />
                ))}
            </>
          ),
        }))}
      />
      <p className="row">
        <a href={paths.applyApplication({ applicationId })}>{words.standing.linkApplication}</a>
        {page.hasPitch && <a href={paths.applyPitch({ applicationId })}>{words.pitchCard.link}</a>}
        {page.pollId !== null && <a href={paths.board({ pollId: page.pollId })}>{words.register.registerVote}</a>}
        {page.isDecided && <a href={paths.applyDecision({ applicationId })}>{words.decisionPage.link}</a>}
        {page.hasAward && <a href={paths.applyAward({ applicationId })}>{words.standing.linkAward}</a>}
        {page.maySeeMoney && <a href={paths.applyPayment({ applicationId })}>{words.standing.linkPayment}</a>}
        {page.hasAward && <a href={paths.applyMentoring({ applicationId })}>{words.standing.linkMentoring}</a>}
      </p>
      {page.contact !== null && <Reach contact={page.contact} when="after" />}
    </Page>
  );
}
