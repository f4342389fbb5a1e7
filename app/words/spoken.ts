import { isSpoken, type Spoken } from '#app/kernel/languages.ts';
import type { ApplicantPart } from './applicant-parts.ts';
import { AR_UNREAD, ar } from './ar/index.ts';
import { en } from './en/index.ts';

export type Words = typeof en;

/** Its sentences differ from English, and nothing else does: `translationOf` compares each with its English one. */
const WORDS: Readonly<Record<Spoken, Words>> = { en, ar: { ...en, ...ar } as unknown as Words };

/** Parts that nobody of the mother tongue has read yet. */
const UNREAD: Readonly<Record<Spoken, readonly ApplicantPart[]>> = { en: [], ar: AR_UNREAD };

/** Every sentence in a language; where a desk has none in it, and where the portal does not speak it, in English. */
export function wordsOf(language: string): Words {
  return WORDS[isSpoken(language) ? language : 'en'];
}

/** Whether some of its sentences were never read by somebody who grew up with the language. */
export function isUnread(language: string): boolean {
  return isSpoken(language) && UNREAD[language].length > 0;
}
