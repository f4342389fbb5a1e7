import { LANGUAGES, SPOKEN } from '#app/kernel/languages.ts';
import { languageName } from './language-name.ts';

export type LanguageChoice = { readonly value: string; readonly label: string; readonly lang: string };

/**
 * Every language to choose from, each in its own words: the likely ones first, then those that the portal speaks.
 *
 * @param likely  BCP 47 tags, the likeliest first; what is no language of the portal is left out
 */
export function languageChoices(likely: readonly (string | null | undefined)[] = []): LanguageChoice[] {
  return inLikelyOrder(likely).map((tag) => ({ value: tag, label: languageName(tag), lang: tag }));
}

/** The same as tags. */
export function inLikelyOrder(likely: readonly (string | null | undefined)[]): string[] {
  const known: readonly string[] = LANGUAGES;
  const first = likely.filter((tag) => tag !== null && tag !== undefined && known.includes(tag)) as string[];
  return [...new Set([...first, ...SPOKEN, ...known])];
}
