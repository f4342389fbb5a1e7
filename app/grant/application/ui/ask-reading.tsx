import { Button } from '#app/ui/button.tsx';
import { Hidden, Tick } from '#app/ui/fields.tsx';
import { ErrorSummary, Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { draftReadings } from '../queries/draft-readings.server.ts';
import { READINGS_MAX } from '../rules/draft-feedback.ts';

type Readings = NonNullable<ReturnType<typeof draftReadings>> & { readonly newId: string };

/** Lending the draft, or the copy that is out, or why it cannot be lent now. */
export function AskReading({ page, reply }: { page: Readings; reply: FormReply | undefined }) {
  const { words, language, deadline, dateTime } = useWords();
  const text = words.help;
  const { call, open, endsAt } = page;
  if (open !== null) {
    return (
      <>
        <ErrorSummary reply={reply} />
        <Notice tone="good">
          <p>{say(language, text.readAsked, { when: dateTime(open.askedAt, call.timeZone) })}</p>
          <p>{text.readAskedNext}</p>
        </Notice>
        <form method="post">
          <Button look="second" name="intent" value="take-back">
            {text.readTakeBack}
          </Button>
        </form>
      </>
    );
  }
  if (endsAt === null || page.isOver || page.answered.length >= READINGS_MAX) {
    const why =
      endsAt === null
        ? text.readNone
        : page.isOver
          ? say(language, text.readOver, { when: deadline(endsAt, call.timeZone) })
          : text.readRefusals['read-before'];
    return (
      <>
        <ErrorSummary reply={reply} />
        <Notice>
          <p>{why}</p>
        </Notice>
      </>
    );
  }
  return (
    <Form reply={reply}>
      <ul>
        {text.readSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p>
        <strong>{say(language, text.readEnds, { when: deadline(endsAt, call.timeZone) })}</strong>
      </p>
      <Hidden name="id" value={page.newId} />
      <Tick name="consent" label={say(language, text.readConsent, { partner: call.partnerName })} />
      <Button>{text.readAsk}</Button>
    </Form>
  );
}
