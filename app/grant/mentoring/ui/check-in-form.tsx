import type { Id } from '#app/kernel/id.ts';
import { Button } from '#app/ui/button.tsx';
import { Choices, TextArea, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';
import { FEELS } from '../rules/checking-in.ts';

type Props = {
  milestones: readonly { id: Id; title: string }[];
  values: Readonly<Record<string, string>>;
  reply: FormReply | undefined;
};

/** Six short questions; only two need an answer in words. */
export function CheckInForm({ milestones, values, reply }: Props) {
  const { mentoring } = useWords().words;
  return (
    <Form reply={reply} values={values}>
      <TextField name="heldOn" type="date" label={mentoring.heldOn} short />
      <TextArea name="promised" label={mentoring.promised} hint={mentoring.promisedHint} rows={3} />
      <TextArea name="happened" label={mentoring.happened} hint={mentoring.happenedHint} rows={4} />
      <TextArea name="changed" label={mentoring.changed} hint={mentoring.changedHint} rows={2} />
      <TextArea name="helpNeeded" label={mentoring.helpNeeded} hint={mentoring.helpHint} rows={2} />
      <Choices
        name="feels"
        type="radio"
        label={mentoring.feels}
        choices={FEELS.map((value) => ({ value, label: mentoring.feelings[value] }))}
      />
      {milestones.length > 0 && (
        <Choices
          name="milestoneId"
          type="radio"
          label={mentoring.milestoneMet}
          choices={[
            { value: '', label: mentoring.milestoneNone },
            ...milestones.map((milestone) => ({
              value: milestone.id,
              label: <span dir="auto">{milestone.title}</span>,
            })),
          ]}
        />
      )}
      <Button big>{mentoring.record}</Button>
    </Form>
  );
}
