import { Button } from '#app/ui/button.tsx';
import { Choices, Select, TextArea, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';
import type { TieDesk } from '../queries/tie-desk.server.ts';

/** A tie that staff know of: who, with which application, how close, and the reason that the member reads. */
export function RaiseTie({ members, reply }: { members: TieDesk['members']; reply: FormReply | undefined }) {
  const { tieDesk } = useWords().words;
  if (members.length === 0) return null;
  return (
    <section aria-labelledby="raise">
      <h2 id="raise">{tieDesk.raiseTitle}</h2>
      <p>{tieDesk.raiseLead}</p>
      <Form reply={reply} action="#raise">
        <Select
          name="memberId"
          label={tieDesk.raiseMember}
          choices={[
            { value: '', label: tieDesk.raiseChoose },
            ...members.map(({ memberId, name }) => ({ value: memberId, label: name })),
          ]}
        />
        <TextField
          name="reference"
          label={tieDesk.raiseReference}
          hint={tieDesk.raiseReferenceHint}
          dir="ltr"
          spellCheck={false}
          maxLength={40}
          short
        />
        <Choices
          type="radio"
          name="level"
          label={tieDesk.raiseLevel}
          choices={(['hard', 'soft'] as const).map((value) => ({ value, label: tieDesk.raiseLevels[value] }))}
        />
        <TextArea name="reason" label={tieDesk.raiseReason} hint={tieDesk.raiseReasonHint} rows={3} />
        <Button name="intent" value="raise">
          {tieDesk.raise}
        </Button>
      </Form>
    </section>
  );
}
