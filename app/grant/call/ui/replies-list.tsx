import { CALL_LANGUAGE, callText } from '#app/ui/call-text.tsx';
import { Written } from '#app/ui/pieces.tsx';

/** Questions that were asked about a call, each opening to its answer. */
export function RepliesList(props: {
  replies: readonly { readonly id: string; readonly question: string; readonly answer: string }[];
}) {
  return (
    <div className="stack">
      {props.replies.map(({ id, question, answer }) => (
        <details key={id}>
          <summary {...callText}>{question}</summary>
          <Written text={answer} lang={CALL_LANGUAGE} />
        </details>
      ))}
    </div>
  );
}
