import type { Id } from '#app/kernel/id.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Card, Written } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';

/** What stands on the page of the call, each with the way to take it down. */
export function PublishedReplies(props: {
  replies: readonly { readonly id: Id; readonly question: string; readonly answer: string }[];
}) {
  const { helpDesk: desk } = useWords().words;
  if (props.replies.length === 0) return null;
  return (
    <section id="replies">
      <h2>{desk.repliesStaff}</h2>
      <ul className="bare stack">
        {props.replies.map(({ id, question, answer }) => (
          <Card as="li" key={id}>
            <h3 dir="auto">{question}</h3>
            <Written text={answer} />
            <details>
              <summary>{desk.replyRemove}</summary>
              <form method="post" className="stack">
                <Hidden name="replyId" value={id} />
                <p>{desk.replyRemoveText}</p>
                <Button look="danger">{desk.replyRemoveDo}</Button>
              </form>
            </details>
          </Card>
        ))}
      </ul>
    </section>
  );
}
