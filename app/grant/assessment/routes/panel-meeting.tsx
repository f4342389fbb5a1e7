import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { scriptUrl } from '#app/platform/scripts.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { ErrorSummary } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { attendMeeting } from '../commands/attend-meeting.server.ts';
import { castPanelVote, changeScores } from '../commands/speak-in-meeting.server.ts';
import { changedScoresForm } from '../forms/meeting-forms.ts';
import { type MeetingSeat, meetingSeat } from '../queries/meeting-seat.server.ts';
import { VOTES } from '../rules/meeting-votes.ts';
import { ChangeScores } from '../ui/change-scores.tsx';
import { AwayFromTable, ItemOnTable, VoteOnTable } from '../ui/members-table.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction<typeof loader> = ({ matches }) => titled(wordsFor(matches).words.panelMeeting.title);

const DONE = ['voted', 'changed', 'not-changed', 'gone'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const seat = found(meetingSeat(signedIn(context, request), params.callId ?? ''));
  const asked = new URL(request.url).searchParams.get('done');
  return { seat, done: DONE.find((name) => name === asked) ?? null, script: scriptUrl('meeting') };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const seat = found(meetingSeat(portal, params.callId ?? ''));
  const callId = seat.call.id;
  const posted = await request.formData();
  const intent = posted.get('intent');
  if (intent === 'vote') return vote(portal, callId, posted);
  if (intent === 'scores') return score(portal, seat, posted);
  if (intent !== 'here' && intent !== 'gone' && intent !== 'out') return notFound();
  const outcome = attendMeeting(portal, callId, intent);
  if (outcome.ok) throw redirect(paths.panelMeeting({ callId, ...(intent === 'gone' ? { done: 'gone' } : {}) }));
  return outcome.reason === 'not-found' ? notFound() : refusal(inWords(portal)[outcome.reason]);
}

function vote(portal: SignedIn, callId: string, posted: FormData) {
  const chosen = VOTES.find((name) => name === posted.get('vote'));
  if (chosen === undefined) return notFound();
  const outcome = castPanelVote(portal, callId, String(posted.get('applicationId')), chosen);
  if (outcome.ok) throw redirect(paths.panelMeeting({ callId, done: 'voted' }));
  return outcome.reason === 'not-found' ? notFound() : refusal(inWords(portal)[outcome.reason]);
}

async function score(portal: SignedIn, { call, criteria }: MeetingSeat, posted: FormData) {
  const form = await readForm(posted, changedScoresForm(criteria.map(({ id }) => id)));
  if (!form.ok) return form.response;
  const outcome = changeScores(portal, call.id, String(posted.get('applicationId')), form.value);
  if (!outcome.ok) {
    return outcome.reason === 'not-found' ? notFound() : form.refuse(inWords(portal)[outcome.reason]);
  }
  throw redirect(
    paths.panelMeeting({ callId: call.id, done: outcome.value.changed === 0 ? 'not-changed' : 'changed' }),
  );
}

function inWords(portal: SignedIn) {
  return wordsIn(portal.language).words.panelMeeting.refusals;
}

/** A member's phone: one thing to do at a time. It follows the meeting by itself where scripts run. */
export default function PanelMeeting() {
  const { panelMeeting } = useWords().words;
  const { seat, done, script } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { call, meeting } = seat;
  const table = meeting?.table ?? { kind: 'nothing' as const };
  const ofScores = reply?.typed.intent?.[0] === 'scores' ? reply : undefined;
  const onTable = table.kind === 'item' ? table.item.applicationId : table.kind;
  const shown = meeting === null ? 'none' : meeting.isHere ? onTable : 'not-here';
  return (
    <Page
      back={paths.panelCall({ callId: call.id })}
      backLabel={<CallText text={call.title} />}
      title={panelMeeting.title}
    >
      {ofScores === undefined && <ErrorSummary reply={reply} />}
      {done !== null && (
        <Notice tone="good" live>
          {panelMeeting.done[done]}
        </Notice>
      )}
      <div
        data-meeting={paths.panelMeetingEvents({ callId: call.id })}
        data-mark={seat.mark}
        data-table={shown}
        aria-live="polite"
      >
        <div data-live="table">
          {meeting === null && (
            <Empty title={panelMeeting.none}>
              <p>{panelMeeting.noneText}</p>
            </Empty>
          )}
          {meeting !== null && !meeting.isHere && <Come />}
          {meeting?.isHere && table.kind === 'nothing' && (
            <Empty title={panelMeeting.wait}>
              <p>{panelMeeting.youAreHere}</p>
              <p>{panelMeeting.waitText}</p>
            </Empty>
          )}
          {table.kind === 'away' && <AwayFromTable table={table} callId={call.id} />}
          {table.kind === 'item' && <ItemOnTable table={table} call={call} />}
          {table.kind === 'item' && <VoteOnTable table={table} />}
        </div>
        {table.kind === 'item' && (
          <>
            {table.mine !== null && table.mayVote && (
              <ChangeScores
                applicationId={table.item.applicationId}
                criteria={seat.criteria}
                mine={table.mine}
                reply={ofScores}
              />
            )}
            {table.mine === null && table.mayVote && <p className="soft">{panelMeeting.noSheet}</p>}
            <p>
              <a href={paths.panelConflicts({ callId: call.id })}>{panelMeeting.knowThem}</a>
            </p>
          </>
        )}
        {meeting?.isHere && <GoHome />}
      </div>
      <p>
        <ButtonLink to={paths.panelMeeting({ callId: call.id })} look="link">
          {panelMeeting.lookAgain}
        </ButtonLink>
      </p>
      <script type="module" src={script} />
    </Page>
  );
}

function Come() {
  const { panelMeeting } = useWords().words;
  return (
    <section aria-labelledby="come">
      <h2 id="come">{panelMeeting.come}</h2>
      <p>{panelMeeting.comeText}</p>
      <form method="post" data-once>
        <Button big name="intent" value="here">
          {panelMeeting.here}
        </Button>
      </form>
    </section>
  );
}

function GoHome() {
  const { panelMeeting } = useWords().words;
  return (
    <details id="go-home">
      <summary>{panelMeeting.goTitle}</summary>
      <p>{panelMeeting.goText}</p>
      <form method="post" data-once>
        <Button look="second" name="intent" value="gone">
          {panelMeeting.go}
        </Button>
      </form>
    </details>
  );
}
