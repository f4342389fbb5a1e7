import { DAY, type Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { countWords } from './words.ts';

/** What became of a question to join up: the other group answers, the one that asked may take it back. */
export type JoinAnswer = 'accepted' | 'declined' | 'taken-back';

/** Enough to say hello and why. */
export const JOIN_WORDS_MAX = 60;
/** Per application and day: one idea is no mailing list. */
export const JOIN_REQUESTS_A_DAY_MAX = 5;
export const JOIN_REQUESTS_WITHIN = DAY;

export type Idea = { readonly theme: string; readonly city: string; readonly oneLine: string };

/** What two ideas have in common. */
export type Likeness = { readonly theme: boolean; readonly city: boolean };

/**
 * Tells of other ideas what they have in common with one: null when nothing is, or when one of the two has not said
 * what it is. Made once for many others: a call has thousands of ideas, and few themes and places.
 */
export function likenessTo(one: Idea): (other: Idea) => Likeness | null {
  const folds = new Map<string, string>();
  const foldedOnce = (text: string) => {
    const known = folds.get(text) ?? folded(text);
    folds.set(text, known);
    return known;
  };
  /** People write one city as "Łódź", "łódź " and "Lodz". */
  const isSame = (mine: string, theirs: string) => foldedOnce(mine) !== '' && foldedOnce(mine) === foldedOnce(theirs);
  return (other) => {
    if (one.oneLine.trim() === '' || other.oneLine.trim() === '') return null;
    const theme = isSame(one.theme, other.theme);
    const city = isSame(one.city, other.city);
    return theme || city ? { theme, city } : null;
  };
}

/** Same theme and place first, then same theme, then same place. */
export function closeness(alike: Likeness): number {
  return (alike.theme ? 2 : 0) + (alike.city ? 1 : 0);
}

function folded(text: string): string {
  const withoutMarks = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return withoutMarks
    .replaceAll('ł', 'l')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export type AskRefusal = 'message-empty' | 'message-too-long' | 'already-asked' | 'too-many-asked';

/**
 * Decides whether one group may ask another to join up. The first refusal wins.
 *
 * @param asked  when this group asked which other, in any order
 */
export function decideAsk(
  message: string,
  toId: string,
  asked: readonly { readonly toId: string; readonly askedAt: Instant; readonly answer: JoinAnswer | null }[],
  now: Instant,
): Outcome<'ask', AskRefusal> {
  const words = countWords(message);
  if (words === 0) return refused('message-empty');
  if (words > JOIN_WORDS_MAX) return refused('message-too-long');
  // A group that declined has answered: asking again would be pressing.
  if (asked.some((request) => request.toId === toId && request.answer !== 'taken-back'))
    return refused('already-asked');
  const recent = asked.filter(({ askedAt }) => askedAt > now - JOIN_REQUESTS_WITHIN);
  return recent.length >= JOIN_REQUESTS_A_DAY_MAX ? refused('too-many-asked') : done('ask');
}
