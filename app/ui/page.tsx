import type { ReactNode } from 'react';
import { useWords } from '#app/words/use-words.ts';

/** The head of every screen: where back leads, what this is, and one sentence that says what to do. */
export function Page(props: {
  title: ReactNode;
  overline?: ReactNode;
  lead?: ReactNode;
  back?: string;
  backLabel?: ReactNode;
  children?: ReactNode;
}) {
  const { words } = useWords();
  return (
    <div className="wrap">
      {props.back !== undefined && (
        <a className="back" href={props.back}>
          {props.backLabel ?? words.common.back}
        </a>
      )}
      {props.overline !== undefined && <p className="overline">{props.overline}</p>}
      <h1>{props.title}</h1>
      {props.lead !== undefined && <p className="lead">{props.lead}</p>}
      {props.children}
    </div>
  );
}
