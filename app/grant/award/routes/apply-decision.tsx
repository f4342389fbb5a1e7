import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { PanelWords } from '#app/ui/panel-words.tsx';
import { Facts } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { decisionPage, type ToldAward } from '../queries/decision-page.server.ts';
import { ToldDecision } from '../ui/told-decision.tsx';
import { ToldNext } from '../ui/told-next.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.decisionPage.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(decisionPage(signedIn(context, request), params.applicationId ?? ''));
}

const TONES = { awarded: 'good', reserve: 'brand', declined: 'plain', ineligible: 'plain' } as const;

/** The answer to a group in one place: what was decided and why, what the panel wrote, and what comes next. */
export default function ApplyDecision() {
  const { words, language, deadline, money } = useWords();
  const page = useLoaderData<typeof loader>();
  const { call, award, shortlist, feedback, applicationId } = page;
  const { decisionPage: text, decisionLetter, common } = words;
  const later = feedback.laterFrom === null ? null : { when: deadline(feedback.laterFrom, call.timeZone) };
  const ofShortlist = (
    <ToldDecision
      told={shortlist}
      tone={shortlist.decision === 'shortlisted' ? 'good' : 'plain'}
      title={text.shortlist[shortlist.decision]}
      timeZone={call.timeZone}
    >
      {shortlist.place !== null && <Facts facts={[[text.place, say(language, text.placeOfPanel, shortlist.place)]]} />}
    </ToldDecision>
  );
  const awardTitle = (told: ToldAward) =>
    say(language, text.awards[told.outcome], { amount: money(told.amountMinor ?? 0, call.currency) });
  return (
    <Page
      back={paths.applyStanding({ applicationId })}
      backLabel={words.standing.standingTitle}
      overline={
        <span className="of-call">
          <CallText text={call.title} />
          <bdi>{page.reference}</bdi>
        </span>
      }
      title={text.title}
      lead={<bdi>{page.title}</bdi>}
    >
      <p className="needs-script no-print">
        <button type="button" className="button second" data-print>
          {common.print}
        </button>
      </p>
      {award === null ? (
        ofShortlist
      ) : (
        <ToldDecision told={award} tone={TONES[award.outcome]} title={awardTitle(award)} timeZone={call.timeZone}>
          {award.points !== null && <p>{say(language, decisionLetter.award.points, award.points)}</p>}
        </ToldDecision>
      )}
      <section>
        <h2>{text.nextTitle}</h2>
        <ToldNext page={page} />
      </section>
      <section>
        <h2>{decisionLetter.feedbackTitle}</h2>
        {feedback.texts.length > 0 && <p>{decisionLetter.feedbackWords}</p>}
        {feedback.texts.map((written) => (
          <PanelWords key={written.text} {...written} heading="h3" inPageWords />
        ))}
        {feedback.texts.length === 0 && later === null && <p>{text.feedbackNone}</p>}
        {later !== null && (
          <p>{say(language, feedback.texts.length === 0 ? text.feedbackLater : text.feedbackMore, later)}</p>
        )}
      </section>
      {award !== null && (
        <section>
          <h2>{text.earlierTitle}</h2>
          {ofShortlist}
        </section>
      )}
      <p className="no-print">
        <a href={paths.callDecisionRecord({ slug: call.slug })}>{text.record}</a>
      </p>
    </Page>
  );
}
