import type { Currency, Minor } from '#app/kernel/money.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';

/** Puts all that is approved into one file for the bank. */
export function FileMaker(props: {
  forFile: { count: number; totalMinor: Minor };
  currency: Currency;
  reply: FormReply | undefined;
}) {
  const { words, language, money } = useWords();
  const { payment } = words;
  const { count, totalMinor } = props.forFile;
  return (
    <section>
      <h2>{payment.fileTitle}</h2>
      {count === 0 && props.reply === undefined ? (
        <p className="soft">{payment.fileNone}</p>
      ) : (
        <Form reply={props.reply}>
          <Hidden name="intent" value="file" />
          <p>{say(language, payment.fileLead, { count, amount: money(totalMinor, props.currency) })}</p>
          <Button>{payment.makeFile}</Button>
        </Form>
      )}
    </section>
  );
}
