import { paths } from '#app/paths.ts';
import { useWords } from '#app/words/use-words.ts';

/** To the language of an answer, and what it says in others. */
export function TranslationLink(at: { applicationId: string; questionId: string }) {
  const { translations } = useWords().words;
  return (
    <p>
      <a href={paths.applyTranslation(at)}>{translations.link}</a>
    </p>
  );
}
