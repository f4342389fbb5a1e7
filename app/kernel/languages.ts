/** BCP 47 tags of the languages that people here write, speak and are mentored in, English first. */
export const LANGUAGES = [
  'en',
  'am',
  'ar',
  'bn',
  'ckb',
  'es',
  'fa',
  'fr',
  'gu',
  'pa',
  'pl',
  'ps',
  'pt',
  'ro',
  'so',
  'sq',
  'ta',
  'ti',
  'uk',
  'ur',
  'yue',
  'zh-Hans',
] as const;

/** The languages that the portal itself speaks, English first. */
export const SPOKEN = ['en', 'ar'] as const satisfies readonly (typeof LANGUAGES)[number][];
export type Spoken = (typeof SPOKEN)[number];

export function isSpoken(language: string | null | undefined): language is Spoken {
  return SPOKEN.some((spoken) => spoken === language);
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'ckb', 'fa', 'ps', 'ur']);

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}
