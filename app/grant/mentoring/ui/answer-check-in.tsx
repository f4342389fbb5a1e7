import type { Id } from '#app/kernel/id.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden, TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';

/** One tap says that a check-in is right; what is not right takes a few words. */
export function AnswerCheckIn({ checkInId, reply }: { checkInId: Id; reply: FormReply | undefined }) {
  const { mentoring } = useWords().words;
  return (
    <div className="ask">
      <h3>{mentoring.isRightTitle}</h3>
      <Form>
        <Hidden name="checkInId" value={checkInId} />
        <Button name="intent" value="right">
          {mentoring.isRight}
        </Button>
      </Form>
      <details open={reply !== undefined}>
        <summary>{mentoring.notRight}</summary>
        <Form reply={reply}>
          <Hidden name="checkInId" value={checkInId} />
          <TextArea name="note" label={mentoring.note} hint={mentoring.noteHint} rows={3} />
          <Button name="intent" value="not-right" look="second">
            {mentoring.noteSend}
          </Button>
        </Form>
      </details>
    </div>
  );
}
