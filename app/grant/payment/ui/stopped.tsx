import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';

/** Says that nothing can be approved now, and where it says why. */
export function Stopped() {
  const { payment } = useWords().words;
  return (
    <Notice tone="bad" title={payment.stoppedTitle}>
      <p>
        {payment.stoppedElsewhere} <a href={paths.finance()}>{payment.stoppedWhy}</a>
      </p>
    </Notice>
  );
}

/** A balance is off. */
export function Drifted() {
  const { payment } = useWords().words;
  return (
    <Notice tone="bad" title={payment.stoppedTitle}>
      <p>{payment.stoppedText}</p>
    </Notice>
  );
}

/** After a restore: what to compare, and the way to let payments go on. */
export function Restored({ reply }: { reply: FormReply | undefined }) {
  const { payment } = useWords().words;
  return (
    <Notice tone="bad" title={payment.restoredTitle}>
      <p>{payment.restoredText}</p>
      <p>{payment.restoredDo}</p>
      <Form reply={reply}>
        <TextField
          name="compared"
          label={payment.restoredCompared}
          hint={payment.restoredComparedHint}
          maxLength={500}
        />
        <Tick name="sure" label={payment.restoredSure} />
        <Button look="danger">{payment.restoredGoOn}</Button>
      </Form>
    </Notice>
  );
}
