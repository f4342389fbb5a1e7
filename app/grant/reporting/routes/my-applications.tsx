import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { myPhone } from '#app/people/queries/my-phone.server.ts';
import { signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { Card, Empty, Notice, Tag, Written } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { entriesWaiting } from '../../application/queries/waiting-entries.server.ts';
import { myStandings } from '../queries/standing.server.ts';
import { toneOf } from '../ui/tone-of.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.application.mineTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  return { applications: myStandings(portal), waiting: entriesWaiting(portal), canText: myPhone(portal).canText };
}

export default function MyApplications() {
  const { words, language, deadline, money } = useWords();
  const { applications, waiting, canText } = useLoaderData<typeof loader>();
  const text = words.application;
  return (
    <Page title={text.mineTitle} lead={applications.length === 0 ? undefined : text.mineLead}>
      {waiting.map((entry) => (
        <EntryWaiting key={entry.applicationId} entry={entry} />
      ))}
      {applications.length === 0 ? (
        <Empty title={text.mineEmpty}>
          <ButtonLink to={paths.calls()}>{text.mineFind}</ButtonLink>
        </Empty>
      ) : (
        <ul className="grid">
          {applications.map((mine) => (
            <Card as="li" key={mine.id}>
              <p className="row">
                <Tag tone={toneOf(mine.standing)}>{words.standing.mineStates[mine.standing.now]}</Tag>
                <span className="soft">{mine.reference}</span>
              </p>
              <h2 className="card-title">
                <a
                  href={
                    mine.state === 'draft'
                      ? paths.applyApplication({ applicationId: mine.id })
                      : paths.applyStanding({ applicationId: mine.id })
                  }
                >
                  {mine.title === '' ? text.untitled : <Written as="span" text={mine.title} lang={mine.language} />}
                </a>
              </h2>
              <p className="soft">
                <CallText text={mine.call.title} language={mine.call.language} />
                {mine.amountMinor !== null && ` · ${money(mine.amountMinor, mine.call.currency)}`}
              </p>
              <p>{words.standing.notes[mine.standing.now]}</p>
              {mine.state === 'draft' && (
                <p>
                  {say(language, mine.window === 'open' ? text.closesAt : text.closedAt, {
                    when: deadline(mine.call.closesAt, mine.call.timeZone),
                  })}
                </p>
              )}
              {mine.standing.actsNext !== 'nobody' && (
                <p className="soft">
                  {say(language, words.standing.actsNext, { who: words.standing.actors[mine.standing.actsNext] })}
                </p>
              )}
            </Card>
          ))}
        </ul>
      )}
      {canText && applications.length > 0 && (
        <p>
          <a href={paths.yourPhone()}>{words.phone.link}</a>
        </p>
      )}
    </Page>
  );
}

type Waiting = SerializeFrom<typeof loader>['waiting'][number];

/** Written down for the reader beside a draft of their own: the letter about it may be lost, so it stands here too. */
function EntryWaiting({ entry }: { entry: Waiting }) {
  const { words, language } = useWords();
  const text = words.writtenDown;
  return (
    <Notice title={text.waitingMineTitle}>
      <p className="soft">
        <CallText text={entry.call.title} language={entry.call.language} />
        {` · ${entry.reference}`}
      </p>
      <p>{say(language, text.waitingMine, { staff: entry.staffName })}</p>
      <ButtonLink look="second" to={paths.applyConfirm({ applicationId: entry.applicationId })}>
        {text.waitingMineSee}
      </ButtonLink>
    </Notice>
  );
}
