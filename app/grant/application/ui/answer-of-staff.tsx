import { Button } from '#app/ui/button.tsx';
import { TextArea, TextField } from '#app/ui/fields.tsx';
import { ErrorSummary, Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';

type Answering = {
  readonly call: { readonly timeZone: string; readonly partnerName: string };
  readonly question: {
    readonly text: string;
    readonly answer: string | null;
    readonly answeredAt: number | null;
    readonly publishedAt: number | null;
  };
  readonly endsAt: number;
  readonly isOver: boolean;
};

/** The answer to write; once it is out, the way to show it to everybody. */
export function AnswerOfStaff({ page, reply }: { page: Answering; reply: FormReply | undefined }) {
  const { words, language, dateTime } = useWords();
  const text = words.help;
  const desk = words.helpDesk;
  const { call, question } = page;
  if (question.answer === null || question.answeredAt === null) {
    return (
      <Form reply={reply}>
        <TextArea name="answer" label={desk.answer} hint={desk.answerHint} rows={6} />
        <TextField name="minutes" inputMode="numeric" dir="ltr" short label={desk.minutes} hint={desk.minutesHint} />
        <Button>{desk.answerSend}</Button>
      </Form>
    );
  }
  const typed = reply?.typed.answer?.[0];
  return (
    <>
      <section>
        <h2>
          {say(language, text.answeredOn, {
            partner: call.partnerName,
            when: dateTime(question.answeredAt, call.timeZone),
          })}
        </h2>
        <Written as="blockquote" text={question.answer} />
      </section>
      {typed !== undefined && typed.trim() !== '' && (
        <>
          <ErrorSummary reply={reply} />
          <Written text={typed} />
        </>
      )}
      <PublishReply page={page} reply={typed === undefined ? reply : undefined} />
    </>
  );
}

function PublishReply({ page, reply }: { page: Answering; reply: FormReply | undefined }) {
  const { words, language, deadline } = useWords();
  const desk = words.helpDesk;
  const { call, question, endsAt, isOver } = page;
  if (question.publishedAt !== null) {
    return (
      <Notice tone="good">
        <p>{desk.publishDone}</p>
      </Notice>
    );
  }
  return (
    <section>
      <h2>{desk.publishTitle}</h2>
      {isOver && reply === undefined ? (
        <p>{say(language, desk.publishOver, { when: deadline(endsAt, call.timeZone) })}</p>
      ) : (
        <>
          <p>{desk.publishLead}</p>
          <Form reply={reply} values={{ publicQuestion: question.text, publicAnswer: question.answer }}>
            <TextArea name="publicQuestion" label={desk.publishQuestion} rows={3} />
            <TextArea name="publicAnswer" label={desk.publishAnswer} rows={6} />
            <Button look="second" name="intent" value="publish">
              {desk.publishDo}
            </Button>
          </Form>
        </>
      )}
    </section>
  );
}
