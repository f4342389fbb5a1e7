import { Button } from '#app/ui/button.tsx';
import { Choices, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';

const KINDS = ['participant', 'staff', 'funder', 'expert'] as const;

export function InviteForm({ reply }: { reply: FormReply | undefined }) {
  const { assessment } = useWords().words;
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{assessment.inviteTitle}</h2>
      <Form reply={reply} action="#invite">
        <TextField name="name" label={assessment.inviteName} spellCheck={false} maxLength={120} />
        <TextField
          name="email"
          type="email"
          inputMode="email"
          dir="ltr"
          label={assessment.inviteEmail}
          hint={assessment.inviteEmailHint}
        />
        <Choices
          type="radio"
          name="kind"
          label={assessment.inviteKind}
          choices={KINDS.map((kind) => ({
            value: kind,
            label: assessment.kinds[kind],
            hint: assessment.kindHints[kind],
          }))}
        />
        <Button name="intent" value="invite">
          {assessment.invite}
        </Button>
      </Form>
    </section>
  );
}
