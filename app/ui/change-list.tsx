import { wordDiff } from '#app/kernel/word-diff.ts';
import { useWords } from '#app/words/use-words.ts';

/** What was there and what is there now; null where there was or is nothing. */
export type ShownChange = {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly isProse: boolean;
};

/** Changes one under the other: prose word by word, everything else as it was and as it is. */
export function ChangeList(props: { changes: readonly ShownChange[]; heading?: 'h2' | 'h3' }) {
  const Heading = props.heading ?? 'h3';
  return (
    <ul className="changes">
      {props.changes.map((change, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two changes may say the same, and they never move
        <li key={place} className="card">
          <Heading dir="auto">{change.what}</Heading>
          {change.isProse ? <Prose change={change} /> : <Values change={change} />}
        </li>
      ))}
    </ul>
  );
}

/** Read aloud, what went and what came are announced: colour and lines alone say nothing. */
function Prose({ change }: { change: ShownChange }) {
  const { versions } = useWords().words;
  return (
    <p className="prewrap" dir="auto">
      {wordDiff(change.before ?? '', change.after ?? '').map(({ kind, text }, place) => {
        const key = `${place} ${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        if (kind === 'gone')
          return (
            <del key={key}>
              <span className="quiet">{versions.gone}</span>
              {text}
            </del>
          );
        return (
          <ins key={key}>
            <span className="quiet">{versions.added}</span>
            {text}
          </ins>
        );
      })}
    </p>
  );
}

function Values({ change }: { change: ShownChange }) {
  const { versions } = useWords().words;
  if (change.before === null && change.after === null) return null;
  return (
    <dl className="facts">
      <div>
        <dt>{versions.before}</dt>
        <dd dir="auto">{change.before === null ? versions.nothing : <del>{change.before}</del>}</dd>
      </div>
      <div>
        <dt>{versions.now}</dt>
        <dd dir="auto">{change.after === null ? versions.nothing : <ins>{change.after}</ins>}</dd>
      </div>
    </dl>
  );
}
