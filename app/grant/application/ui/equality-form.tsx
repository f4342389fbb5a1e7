import { Button } from '#app/ui/button.tsx';
import { Choices } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { useWords } from '#app/words/use-words.ts';
import { EQUALITY_QUESTIONS, type EqualityQuestionId } from '../rules/equality-set.ts';

/** The optional questions, with a way past all of them at the top and at the end. */
export function EqualityForm({ reply }: { reply: FormReply | undefined }) {
  const { equality } = useWords().words;
  const hints: Partial<Record<EqualityQuestionId, string>> = equality.hints;
  const skip = (
    <Button look="second" name="intent" value="skip">
      {equality.skip}
    </Button>
  );
  return (
    <div className="stack">
      <ul>
        {equality.promises.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
      <Form>{skip}</Form>
      <Form reply={reply}>
        {EQUALITY_QUESTIONS.map(({ id, codes }) => {
          const answers: Readonly<Record<string, string>> = equality.answers[id];
          return (
            <Choices
              key={id}
              type="radio"
              name={id}
              label={equality.questions[id]}
              hint={hints[id]}
              choices={codes.map((code) => ({ value: code, label: answers[code] }))}
            />
          );
        })}
        <div className="row">
          <Button>{equality.send}</Button>
          {skip}
        </div>
      </Form>
    </div>
  );
}
