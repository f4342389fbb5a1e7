import { Facts, Notice, Written } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';

/** Two windows wrote: what the other one saved is shown, what was typed here stays in the form. */
export function ChangedElsewhere(props: { theirs: readonly (readonly [label: string, text: string])[]; lang: string }) {
  const { words } = useWords();
  return (
    <Notice tone="warn" title={words.application.changedTitle}>
      <p>{words.application.changedLead}</p>
      <p className="label">{words.application.changedTheirs}</p>
      <Facts
        facts={props.theirs.map(([label, text]) => [label, <Written key={label} text={text} lang={props.lang} />])}
      />
    </Notice>
  );
}
