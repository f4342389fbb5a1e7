import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden, TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { commentsBeside } from '../queries/comments.server.ts';

type Comment = ReturnType<typeof commentsBeside>[number];

type Props = {
  applicationId: Id;
  questionId: Id;
  timeZone: string;
  comments: readonly Comment[];
  mayComment: boolean;
  /** Made with the page: the same form sent twice says it once. */
  newId: Id;
  reply?: FormReply | undefined;
};

/** What the team says to each other beside an answer; it is no part of what is sent. */
export function Comments(props: Props) {
  const { words } = useWords();
  const text = words.team;
  const at = paths.applyComments({ applicationId: props.applicationId, questionId: props.questionId });
  return (
    <section id="comments" aria-labelledby="comments-title" className="no-print">
      <h2 id="comments-title">{text.commentsTitle}</h2>
      <p className="soft">{text.commentsLead}</p>
      {props.comments.length === 0 ? (
        <p>{text.commentsNone}</p>
      ) : (
        <ul className="grid">
          {props.comments.map((comment) => (
            <li key={comment.id} className="card">
              <Said comment={comment} timeZone={props.timeZone} />
              {props.mayComment && <Resolve comment={comment} at={at} />}
            </li>
          ))}
        </ul>
      )}
      {props.mayComment && (
        <Form reply={props.reply} action={at}>
          <Hidden name="commentId" value={props.newId} />
          <TextArea name="comment" rows={3} label={text.comment} />
          <Button look="second">{text.commentDo}</Button>
        </Form>
      )}
    </section>
  );
}

function Said({ comment, timeZone }: { comment: Comment; timeZone: string }) {
  const { words, language, dateTime } = useWords();
  const text = words.team;
  return (
    <>
      <p className="soft" dir="auto">
        {say(language, text.commentBy, { name: comment.authorName, when: dateTime(comment.writtenAt, timeZone) })}
      </p>
      <Written text={comment.text} />
      {comment.resolvedAt !== null && (
        <p className="soft">{say(language, text.commentResolved, { name: comment.resolverName })}</p>
      )}
    </>
  );
}

function Resolve({ comment, at }: { comment: Comment; at: string }) {
  const { words, language } = useWords();
  const text = words.team;
  const isOpen = comment.resolvedAt === null;
  const name = comment.authorName;
  return (
    <Form action={at}>
      <Hidden name="commentId" value={comment.id} />
      <Button look="link" name="intent" value={isOpen ? 'resolve' : 'reopen'}>
        <span aria-hidden="true">{isOpen ? text.commentResolve : text.commentReopen}</span>
        <span className="quiet">{say(language, isOpen ? text.commentResolveOf : text.commentReopenOf, { name })}</span>
      </Button>
    </Form>
  );
}
