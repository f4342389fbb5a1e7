import { CallText } from '#app/ui/call-text.tsx';

/** Questions that were asked about a call, each opening to its answer. */
export function RepliesList(props: {
  replies: readonly { readonly id: string; readonly question: string; readonly answer: string }[];
}) {
  return (
    <div className="stack">
      {props.replies.map(({ id, question, answer }) => (
        <details key={id}>
          <summary>
            <CallText text={question} />
          </summary>
          <p className="prewrap">
            <CallText text={answer} />
          </p>
        </details>
      ))}
    </div>
  );
}
