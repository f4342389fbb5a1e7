import { languageName } from '#app/words/language-name.ts';
import { useWords } from '#app/words/use-words.ts';

/** Languages by their own names, each running in its own direction. */
export function LanguagesRead({ tags }: { tags: readonly string[] }) {
  const { list } = useWords();
  // First strong isolate, and pop: the names stand in one sentence, and none of them pulls at its neighbours.
  return <>{list(tags.map((tag) => `\u2068${languageName(tag)}\u2069`))}</>;
}
