import { useWords } from '#app/words/use-words.ts';

export type ShownStretch = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** Two versions of a text in one: what went is struck through, what came is underlined, and both are said aloud. */
export function ChangedText(props: { stretches: readonly ShownStretch[]; lang: string }) {
  const { words, language } = useWords();
  const { gone, came, endOf } = words.reopening;
  return (
    <p className="prewrap changed-text" dir="auto" lang={props.lang}>
      {props.stretches.map(({ kind, text }, place) => {
        const key = `${place}-${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        const As = kind === 'gone' ? 'del' : 'ins';
        return (
          <As key={key}>
            <span className="quiet" lang={language}>
              {kind === 'gone' ? gone : came}{' '}
            </span>
            {text}
            <span className="quiet" lang={language}>
              {' '}
              {endOf}
            </span>
          </As>
        );
      })}
    </p>
  );
}
