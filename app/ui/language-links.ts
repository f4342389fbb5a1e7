import { SPOKEN } from '#app/kernel/languages.ts';

export type LanguageLink = { readonly language: string; readonly to: string };

/** The same page in every other language that the portal speaks. */
export function languageLinks(language: string, pathname: string, search: string): LanguageLink[] {
  return SPOKEN.filter((spoken) => spoken !== language).map((spoken) => {
    const query = new URLSearchParams(search);
    query.set('lang', spoken);
    return { language: spoken, to: `${pathname}?${query}` };
  });
}
