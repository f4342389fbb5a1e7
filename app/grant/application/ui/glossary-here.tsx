import { GlossaryList } from '#app/ui/glossary-list.tsx';
import { useWords } from '#app/words/use-words.ts';

/** The words a call has agreed on, folded away beside a question. */
export function GlossaryHere({ terms }: { terms: readonly { term: string; meaning: string }[] }) {
  const { words } = useWords();
  if (terms.length === 0) return null;
  return (
    <details className="words-here">
      <summary>{words.glossary.publicTitle}</summary>
      <GlossaryList terms={terms} />
    </details>
  );
}
