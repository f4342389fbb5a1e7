import { Button } from '#app/ui/button.tsx';
import { Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';

/** Under which number the partner submits to Bacs, where it does. */
export function BacsForm(props: { serviceUserNumber: string | null; reply: FormReply | undefined }) {
  const { payment } = useWords().words;
  return (
    <details open={props.reply !== undefined}>
      <summary>{payment.bacsTitle}</summary>
      <p>{payment.bacsLead}</p>
      <Form reply={props.reply} values={{ serviceUserNumber: props.serviceUserNumber ?? '' }}>
        <Hidden name="intent" value="bacs" />
        <TextField
          name="serviceUserNumber"
          short
          inputMode="numeric"
          dir="ltr"
          maxLength={20}
          label={payment.bacsNumber}
          hint={payment.bacsNumberHint}
        />
        <Button look="second">{payment.bacsSave}</Button>
      </Form>
    </details>
  );
}
