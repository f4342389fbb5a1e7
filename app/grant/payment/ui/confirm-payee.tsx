import { Button } from '#app/ui/button.tsx';
import { Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';

/** The code from the recipient's mailbox, and a button for another one. */
export function ConfirmPayee(props: { recipient: string; demoCode: string | null; reply: FormReply | undefined }) {
  const { words, language } = useWords();
  const { payee: text } = words;
  const { reply, demoCode } = props;
  const replyTo = (intent: string) => (reply?.typed.intent?.[0] === intent ? reply : undefined);
  return (
    <section>
      <h2>{text.confirmTitle}</h2>
      <p>{say(language, text.confirmLead, { name: props.recipient })}</p>
      {demoCode !== null && <Notice>{say(language, words.people.demoCode, { code: demoCode })}</Notice>}
      <Form reply={replyTo('confirm')}>
        <Hidden name="intent" value="confirm" />
        <TextField
          name="code"
          short
          inputMode="numeric"
          autoComplete="one-time-code"
          dir="ltr"
          label={words.people.code}
          hint={words.people.codeHint}
        />
        <Button>{text.confirm}</Button>
      </Form>
      <Form reply={replyTo('code')}>
        <Hidden name="intent" value="code" />
        <Button look="second">{words.people.codeAgain}</Button>
      </Form>
    </section>
  );
}
