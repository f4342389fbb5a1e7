import { LANGUAGES, SPOKEN } from '#app/kernel/languages.ts';
import { languageName } from './language-name.ts';

export type LanguageChoice = { readonly value: string; readonly label: string; readonly lang: string };

/**
 * Every language to choose from, each in its own words: the likely ones first, then those that the portal speaks.
 *
 * @param likely  BCP 47 tags, the likeliest first; what is no language of the portal is left out
 */
export function languageChoices(likely: readonly string[] = []): LanguageChoice[] {
  const known: readonly string[] = LANGUAGES;
  const order = new Set([...likely.filter((tag) => known.includes(tag)), ...SPOKEN, ...known]);
  return [...order].map((tag) => ({ value: tag, label: languageName(tag), lang: tag }));
}
