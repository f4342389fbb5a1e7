import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden, TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';

/** What was said, saved as it is typed; without scripts by its button. */
export function MeetingNotes(props: {
  callId: string;
  item: { readonly applicationId: string; readonly notes: string; readonly revision: number };
  reply: FormReply | undefined;
  script: string;
}) {
  const { meetingDesk, common, application } = useWords().words;
  const { callId, item } = props;
  const sentences = {
    saving: common.saving,
    saved: common.savedAt,
    notSaved: common.notSaved,
    restored: application.restored,
    signedOut: application.signedOut,
    frozen: meetingDesk.refusals['no-meeting'],
    leftTeam: meetingDesk.refusals['no-meeting'],
    mayNotEdit: meetingDesk.refusals['no-meeting'],
  };
  return (
    <Form reply={props.reply} values={{ notes: item.notes }} action="#notes" id="notes">
      <Hidden name="applicationId" value={item.applicationId} />
      <TextArea name="notes" label={meetingDesk.notesTitle} hint={meetingDesk.notesHint} rows={6} />
      <input type="hidden" name="revision" value={item.revision} autoComplete="off" />
      <div
        data-autosave={paths.staffMeetingNotes({ callId })}
        data-what={item.applicationId}
        data-revision={item.revision}
        data-words={JSON.stringify(sentences)}
        className="needs-script save-line"
      >
        <p role="status" data-save-status />
        <a href={paths.signIn({ next: paths.staffMeeting({ callId }) })} data-save-sign-in hidden>
          {application.signInAgain}
        </a>
        <div className="notice warn" data-save-conflict hidden tabIndex={-1}>
          <h2>{application.changedTitle}</h2>
          <p>{application.changedLead}</p>
          <p data-save-by hidden />
          <p className="label">{application.changedTheirs}</p>
          <dl className="facts" data-save-theirs />
          <div className="row">
            <button type="button" className="button second" data-save-keep>
              {application.changedKeep}
            </button>
            <button type="button" className="button second" data-save-take>
              {application.changedTake}
            </button>
          </div>
        </div>
      </div>
      <Button look="second" name="intent" value="notes">
        {meetingDesk.notesSave}
      </Button>
      <script type="module" src={props.script} />
    </Form>
  );
}
