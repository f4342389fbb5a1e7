import { directionOf } from '#app/kernel/languages.ts';
import { languageName } from '#app/words/language-name.ts';
import { useWords } from '#app/words/use-words.ts';
import type { LanguageLink } from './language-links.ts';

/** The same page in another language: each is named in its own words. */
export function OtherLanguages({ languages }: { languages: readonly LanguageLink[] }) {
  const { words } = useWords();
  return (
    <nav aria-label={words.common.languages}>
      <ul>
        {languages.map(({ language, to }) => (
          <li key={language}>
            <a href={to} lang={language} hrefLang={language} dir={directionOf(language)}>
              {languageName(language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
