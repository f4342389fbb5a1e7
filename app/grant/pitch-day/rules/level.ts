/**
 * How sure we are that a ballot is one person's.
 *
 * A: a paper sheet handed out in the room. B: a blind-signed token of a closed roll. B-: a direct code of a
 * closed roll. C: open sign-up by e-mail or text message. D: a straw poll by cookie.
 */
export type Level = (typeof LEVELS)[number];

export const LEVELS = ['A', 'B', 'B-', 'C', 'D'] as const;

/** The levels of a vote by who votes besides the people in the room; null for nobody. */
export function levelsOf(remote: { readonly hasDirectCodes: boolean } | null): readonly Level[] {
  if (remote === null) return ['A'];
  return remote.hasDirectCodes ? ['A', 'B', 'B-'] : ['A', 'B'];
}

/** Whether a text from outside names an assurance level. */
export function isLevel(text: unknown): text is Level {
  return LEVELS.some((level) => level === text);
}
