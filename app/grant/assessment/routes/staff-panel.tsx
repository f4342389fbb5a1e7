import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { NamedNotice } from '#app/ui/named-notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice, Steps } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { answerNamed } from '../../application/commands/answer-named.server.ts';
import { closeScoring } from '../commands/close-scoring.server.ts';
import { invitePanelMember } from '../commands/invite-panel-member.server.ts';
import { openScoring } from '../commands/open-scoring.server.ts';
import { remindMembers } from '../commands/remind-members.server.ts';
import { inviteForm, sureForm } from '../forms.ts';
import { namedMembers } from '../queries/named-members.server.ts';
import { panelBoard } from '../queries/panel-board.server.ts';
import { reminderDesk } from '../queries/reminder-desk.server.ts';
import { CompositionMeter } from '../ui/composition-meter.tsx';
import { InviteForm } from '../ui/invite-form.tsx';
import { MemberBoard } from '../ui/member-board.tsx';
import { PanelDeskLinks } from '../ui/panel-desk-links.tsx';
import { CloseForm, OpenForm } from '../ui/scoring-forms.tsx';
import { UnfinishedMembers } from '../ui/unfinished-members.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.assessment.boardTitle);

const DONE = ['opened', 'closed'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const board = found(panelBoard(portal, params.callId ?? ''));
  const asked = new URL(request.url).searchParams;
  const invited = board.members.find((member) => member.memberId === asked.get('who'));
  const named = namedMembers(portal, board.call.id);
  return {
    board,
    unfinished: reminderDesk(portal, board.call.id),
    reminded: Number(asked.get('reminded') ?? '0') || 0,
    named,
    done: DONE.find((name) => name === asked.get('done')) ?? null,
    invited: invited?.name ?? null,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  found(panelBoard(portal, callId));
  const posted = await request.formData();
  switch (posted.get('intent')) {
    case 'named':
      return sayWho(portal, callId, posted);
    case 'invite':
      return invite(portal, callId, posted);
    case 'remind':
      return remind(portal, callId, posted);
    case 'open':
      return changeState(portal, callId, posted, { tick: 'openSure', command: openScoring, done: 'opened' });
    case 'close':
      return changeState(portal, callId, posted, { tick: 'closeSure', command: closeAsSeen(posted), done: 'closed' });
    default:
      return notFound();
  }
}

/** Whether a member is the person whom an applicant has named; only what this page asks about can be answered. */
function sayWho(portal: SignedIn, callId: string, posted: FormData) {
  const [hiddenId, personId] = [posted.get('hiddenId'), posted.get('personId')];
  const asked = namedMembers(portal, callId).find((one) => one.hiddenId === hiddenId && one.personId === personId);
  if (asked === undefined) return notFound();
  if (!answerNamed(portal, asked.hiddenId, asked.personId, posted.get('answer') === 'yes').ok) notFound();
  throw redirect(paths.staffPanel({ callId }), 303);
}

async function invite(portal: SignedIn, callId: string, posted: FormData) {
  const form = await readForm(posted, inviteForm);
  if (!form.ok) return form.response;
  const outcome = invitePanelMember(portal, callId, form.value);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(null, { email: wordsIn('en').words.assessment.refusals[outcome.reason] });
  }
  throw redirect(`${paths.staffPanel({ callId, who: outcome.value.memberId })}#done`);
}

/** One member where one is named, and else everybody who has not finished. */
function remind(portal: SignedIn, callId: string, posted: FormData) {
  const memberId = posted.get('memberId');
  const outcome = remindMembers(portal, callId, memberId === null ? null : String(memberId));
  if (outcome.ok) {
    throw redirect(`${paths.staffPanel({ callId, reminded: String(outcome.value.count) })}#done`, 303);
  }
  if (outcome.reason === 'not-found') notFound();
  return refusal(wordsIn('en').words.panelRemindersDesk.refusals[outcome.reason]);
}

/** Ends scoring with the applications that lack readers as the page showed them. */
const closeAsSeen = (posted: FormData) => (portal: SignedIn, callId: string) =>
  closeScoring(portal, callId, String(posted.get('short') ?? ''));

/** Opening and closing cannot be undone: each wants its tick. */
async function changeState(
  portal: SignedIn,
  callId: string,
  posted: FormData,
  step: { tick: string; command: typeof openScoring | ReturnType<typeof closeAsSeen>; done: (typeof DONE)[number] },
) {
  const form = await readForm(posted, sureForm(step.tick));
  if (!form.ok) return form.response;
  const outcome = step.command(portal, callId);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(wordsIn('en').words.assessment.refusals[outcome.reason]);
  }
  throw redirect(`${paths.staffPanel({ callId, done: step.done })}#done`);
}

export default function StaffPanel() {
  const { words, language } = useWords();
  const { board, unfinished, reminded, named, done, invited } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { assessment } = words;
  const { call, state } = board;
  const replyTo = (intent: string) => (reply?.typed.intent?.[0] === intent ? reply : undefined);
  const place = { preparing: 0, scoring: 1, closed: 2 }[state];
  const step = (at: number) => (at < place ? 'past' : at === place ? 'now' : 'next');
  return (
    <Page
      back={paths.staffBoard({ callId: call.id })}
      backLabel={call.title}
      title={assessment.boardTitle}
      lead={assessment.boardLead[state]}
    >
      <div id="done">
        {done !== null && (
          <Notice tone="good" live>
            {assessment[done]}
          </Notice>
        )}
        {reminded > 0 && (
          <Notice tone="good" live>
            {say(language, words.panelRemindersDesk.reminded, { count: reminded })}
          </Notice>
        )}
        {reply?.typed.intent === undefined && reply?.message != null && (
          <Notice tone="bad" live>
            {reply.message}
          </Notice>
        )}
        {invited !== null && (
          <Notice tone="good" live>
            {say(language, assessment.invited, { name: invited })}
          </Notice>
        )}
      </div>
      <div className="split">
        <div>
          <Steps
            steps={[
              { key: 'invite', title: assessment.stepInvite, state: step(0) },
              { key: 'score', title: assessment.stepScore, state: step(1) },
              {
                key: 'shortlist',
                title: assessment.stepShortlist,
                state: board.isShortlistDecided ? 'past' : step(2),
              },
            ]}
          />
          {state === 'closed' && (
            <p>
              <ButtonLink to={paths.staffShortlist({ callId: call.id })} big>
                {board.isShortlistDecided ? assessment.toShortlistDecided : assessment.toShortlist}
              </ButtonLink>
            </p>
          )}
        </div>
        <CompositionMeter composition={board.composition} expected={state === 'closed' ? null : board.expected} />
      </div>
      <PanelDeskLinks board={board} />
      <NamedNotice named={named} />
      <MemberBoard members={board.members} isScoring={state !== 'preparing'} />
      {unfinished !== null && <UnfinishedMembers desk={unfinished} />}
      {state === 'preparing' && <InviteForm reply={replyTo('invite')} />}
      {state === 'preparing' && <OpenForm board={board} reply={replyTo('open')} />}
      {state === 'scoring' && <CloseForm board={board} reply={replyTo('close')} />}
      {state === 'scoring' && (
        <details open={replyTo('invite') !== undefined}>
          <summary>{assessment.inviteLater}</summary>
          <InviteForm reply={replyTo('invite')} />
        </details>
      )}
    </Page>
  );
}
