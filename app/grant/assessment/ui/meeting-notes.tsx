import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden, TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { SaveLine } from '#app/ui/save-line.tsx';
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
  return (
    <Form reply={props.reply} values={{ notes: item.notes }} action="#notes" id="notes">
      <Hidden name="applicationId" value={item.applicationId} />
      <TextArea name="notes" label={meetingDesk.notesTitle} hint={meetingDesk.notesHint} rows={6} />
      <SaveLine
        to={paths.staffMeetingNotes({ callId })}
        what={item.applicationId}
        revision={item.revision}
        sentences={{
          notSaved: common.notSaved,
          restored: application.restored,
          frozen: meetingDesk.refusals['no-meeting'],
        }}
        signIn={paths.signIn({ next: paths.staffMeeting({ callId }) })}
        scripts={[props.script]}
      />
      <Button look="second" name="intent" value="notes">
        {meetingDesk.notesSave}
      </Button>
    </Form>
  );
}
