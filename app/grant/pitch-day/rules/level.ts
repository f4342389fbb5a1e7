/**
 * How sure we are that a ballot is one person's.
 *
 * A: a paper sheet handed out in the room. B: a blind-signed token of a closed roll. B-: a direct code of a
 * closed roll. C: open sign-up by e-mail. D: a straw poll by cookie.
 */
export type Level = (typeof LEVELS)[number];

export const LEVELS = ['A', 'B', 'B-', 'C', 'D'] as const;

/**
 * Levels that anybody can vote at, as often as she has addresses or browsers: no money ever follows them. Their codes
 * are a stock whose size is promised at the freeze.
 */
export const STOCK_LEVELS = ['C', 'D'] as const;
export type StockLevel = (typeof STOCK_LEVELS)[number];

/** Ballots of such a level that may be shown by group: of fewer, people who know each other could tell who chose what. */
export const SHOWN_BALLOTS_MIN = 10;

/** Whether a level may decide. */
export function mayDecide(level: Level): boolean {
  return !STOCK_LEVELS.some((open) => open === level);
}

/** The levels that decide, by who votes besides the people in the room; null for nobody. */
export function levelsOf(remote: { readonly hasDirectCodes: boolean } | null): readonly Level[] {
  if (remote === null) return ['A'];
  return remote.hasDirectCodes ? ['A', 'B', 'B-'] : ['A', 'B'];
}

/** Whether a text from outside names an assurance level. */
export function isLevel(text: unknown): text is Level {
  return LEVELS.some((level) => level === text);
}
