import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { scriptUrl } from '#app/platform/scripts.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Tick } from '#app/ui/fields.tsx';
import { ErrorSummary, Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { shownIn } from '#app/ui/show-more.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { markAttendance } from '../commands/attend-meeting.server.ts';
import { conductMeeting, endMeeting } from '../commands/conduct-meeting.server.ts';
import { enterVote } from '../commands/enter-vote.server.ts';
import { openMeeting } from '../commands/open-meeting.server.ts';
import { saveMeetingNotes } from '../commands/save-meeting-notes.server.ts';
import { meetingNotesForm, spokenVoteForm } from '../forms/meeting-forms.ts';
import { sureForm } from '../forms.ts';
import { chairOf } from '../queries/chair.server.ts';
import { AGENDA_SHOWN, type MeetingDesk, meetingDesk } from '../queries/meeting-desk.server.ts';
import type { AgendaPress } from '../rules/meeting-agenda.ts';
import { ChairsTable, MustLeave, QuorumAndVotes } from '../ui/chairs-table.tsx';
import { MeetingAgenda, MeetingRoom } from '../ui/meeting-lists.tsx';
import { MeetingNotes } from '../ui/meeting-notes.tsx';

const words = wordsIn('en').words.meetingDesk;

export const meta: MetaFunction = () => titled(words.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const asked = new URL(request.url).searchParams;
  const shown = shownIn(asked, AGENDA_SHOWN);
  const desk = found(meetingDesk(portal, params.callId ?? '', shown));
  const scripts = { meeting: scriptUrl('meeting'), autosave: scriptUrl('autosave') };
  return { desk, shown, isNoted: asked.get('done') === 'noted', scripts };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  found(chairOf(portal, callId));
  const posted = await request.formData();
  const intent = posted.get('intent');
  switch (intent) {
    case 'open':
      return after(openMeeting(portal, callId), callId);
    case 'next':
    case 'clear':
    case 'call':
    case 'leave-out':
    case 'bring-back': {
      const press: AgendaPress = { press: intent, applicationId: String(posted.get('applicationId')) };
      return after(conductMeeting(portal, callId, press, String(posted.get('seen') ?? '') || null), callId);
    }
    case 'here':
    case 'gone':
    case 'out':
      return after(markAttendance(portal, callId, String(posted.get('memberId')), intent), callId);
    case 'enter-vote':
      return enter(portal, callId, posted);
    case 'notes':
      return note(portal, callId, posted);
    case 'end':
      return end(portal, callId, posted);
    default:
      return notFound();
  }
}

type Refused = keyof typeof words.refusals | 'not-found';

function after(outcome: { ok: true } | { ok: false; reason: Refused }, callId: string) {
  if (outcome.ok) throw redirect(paths.staffMeeting({ callId }));
  return outcome.reason === 'not-found' ? notFound() : refusal(words.refusals[outcome.reason]);
}

async function enter(portal: SignedIn, callId: string, posted: FormData) {
  const form = await readForm(posted, spokenVoteForm);
  return form.ok ? after(enterVote(portal, callId, form.value), callId) : notFound();
}

async function note(portal: SignedIn, callId: string, posted: FormData) {
  const form = await readForm(posted, meetingNotesForm);
  if (!form.ok) return form.response;
  const { applicationId, notes, revision } = form.value;
  const outcome = saveMeetingNotes(portal, callId, applicationId, notes, revision);
  if (outcome.ok) throw redirect(`${paths.staffMeeting({ callId, done: 'noted' })}#notes`);
  if (outcome.reason === 'not-found') return notFound();
  return form.refuse(outcome.reason === 'changed-elsewhere' ? words.notesElsewhere : words.refusals[outcome.reason]);
}

async function end(portal: SignedIn, callId: string, posted: FormData) {
  const form = await readForm(posted, sureForm('endSure', words.endSureMissing));
  if (!form.ok) return form.response;
  const outcome = endMeeting(portal, callId);
  if (outcome.ok) throw redirect(paths.staffMeetingRecord({ callId, done: 'ended' }));
  return outcome.reason === 'not-found' ? notFound() : form.refuse(words.refusals[outcome.reason]);
}

/** The chair's page. What changes by itself is drawn anew; the notes are never taken out of her hands. */
export default function StaffMeeting() {
  const { language } = useWords();
  const { desk, shown, isNoted, scripts } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { call, open } = desk;
  const intent = reply?.typed.intent?.[0];
  const replyTo = (one: string) => (intent === one ? reply : undefined);
  return (
    <Page
      back={paths.staffPanel({ callId: call.id })}
      backLabel={wordsIn('en').words.assessment.boardTitle}
      overline={call.title}
      title={words.title}
      lead={open === null ? words.leadNone : words.leadOpen}
    >
      {intent !== 'notes' && intent !== 'end' && <ErrorSummary reply={reply} />}
      {isNoted && (
        <Notice tone="good" live>
          {words.notesSaved}
        </Notice>
      )}
      <div
        data-meeting={paths.staffMeetingEvents({ callId: call.id })}
        data-mark={desk.mark}
        data-table={open === null ? 'none' : (open.item?.applicationId ?? 'nothing')}
      >
        {open === null ? (
          <NotMeeting desk={desk} />
        ) : (
          <>
            <div className="split">
              <div>
                <div data-live="table">
                  <MustLeave open={open} />
                  <ChairsTable open={open} call={call} />
                </div>
                {open.item !== null && (
                  <MeetingNotes callId={call.id} item={open.item} reply={replyTo('notes')} script={scripts.autosave} />
                )}
              </div>
              <div>
                <div data-live="quorum">
                  <QuorumAndVotes open={open} />
                </div>
                <p>
                  <a href={paths.staffMeetingScreen({ callId: call.id })}>{words.screenLink}</a>
                  <span className="soft block">{words.screenHint}</span>
                </p>
                <p>
                  <a href={paths.staffMeeting({ callId: call.id })}>{words.lookAgain}</a>
                </p>
              </div>
            </div>
            <div data-live="room">
              <MeetingRoom open={open} />
            </div>
            <div data-live="agenda">
              <MeetingAgenda open={open} callId={call.id} shown={shown} />
            </div>
            <details open={replyTo('end') !== undefined} id="end">
              <summary>{words.endTitle}</summary>
              <p>{words.endText}</p>
              <Form reply={replyTo('end')} action="#end">
                <Tick name="endSure" label={words.endSure} />
                <Button look="danger" name="intent" value="end">
                  {words.end}
                </Button>
              </Form>
            </details>
          </>
        )}
      </div>
      {desk.past > 0 && (
        <p>
          <a href={paths.staffMeetingRecord({ callId: call.id })}>
            {say(language, words.recordLink, { count: desk.past })}
          </a>
        </p>
      )}
      <script type="module" src={scripts.meeting} />
    </Page>
  );
}

function NotMeeting({ desk }: { desk: MeetingDesk }) {
  const { language } = useWords();
  const { rule } = desk;
  return (
    <>
      <h2>{words.howTitle}</h2>
      <ol>
        {words.how.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        {say(language, words.ruleNumber, { quorum: rule.quorum })}{' '}
        {rule.shareMinPercent > 0 && say(language, words.ruleShare, { share: rule.shareMinPercent })}
      </p>
      {desk.refusal === null ? (
        <>
          <p>{say(language, words.openCount, { count: desk.applications })}</p>
          <form method="post" data-once>
            <Button big name="intent" value="open">
              {words.openButton}
            </Button>
          </form>
        </>
      ) : (
        <Notice>{words.refusals[desk.refusal]}</Notice>
      )}
    </>
  );
}
