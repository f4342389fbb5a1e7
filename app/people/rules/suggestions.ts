import type { Actor } from '#app/kernel/actor.ts';

/** In characters: a long paragraph. */
export const SUGGESTION_CHARACTERS_MAX = 1_000;

/** The words are the portal's, so whoever manages calls of any partner reads how they could be better. */
export function mayReadSuggestions(actor: Actor | null): boolean {
  return actor?.duties.some(({ duty }) => duty === 'manager') ?? false;
}
