import { Select } from '#app/ui/fields.tsx';
import { languageChoices } from '#app/words/language-choices.ts';
import { useWords } from '#app/words/use-words.ts';

/** In which language a call is written: it is read aloud in it, and its words run in its direction. */
export function CallLanguage() {
  const { callDesk: text } = useWords().words;
  return <Select name="language" label={text.language} hint={text.languageHint} choices={languageChoices()} />;
}
