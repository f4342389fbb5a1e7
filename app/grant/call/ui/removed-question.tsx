import type { Id } from '#app/kernel/id.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';

/** The question that was taken out of a draft last, with a way to put it back. */
export function RemovedQuestion(props: {
  removed: { id: Id; label: string } | null;
  isBack: boolean;
  reply: FormReply | undefined;
}) {
  const { words, language } = useWords();
  const text = words.buildingDesk;
  const { removed, isBack, reply } = props;
  return (
    <>
      {isBack && reply === undefined && (
        <Notice tone="good" title={text.putBackTitle} live>
          <p>{text.putBackText}</p>
        </Notice>
      )}
      {(removed !== null || reply !== undefined) && (
        <Form reply={reply}>
          {removed !== null && (
            <Notice title={text.removedTitle}>
              <p>{say(language, text.removedText, { label: removed.label })}</p>
              <Hidden name="id" value={removed.id} />
              <Button look="second" name="direction" value="put-back">
                {text.putBack}
              </Button>
            </Notice>
          )}
        </Form>
      )}
    </>
  );
}
