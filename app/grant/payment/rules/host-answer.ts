import { DAY, type Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

/** How long a host's letter opens its page. */
export const HOST_LETTER_GOOD_FOR = 30 * DAY;
/** Letters about one payee: each goes to somebody who never asked for one. */
export const HOST_LETTERS_MAX = 5;

export const HOST_ANSWERS = ['accepted', 'declined'] as const;
export type HostAnswer = (typeof HOST_ANSWERS)[number];

/** What is known of a host's word on one version of a payee: `not-needed` for every account that is no host's. */
export type HostStanding = 'not-needed' | 'asked' | HostAnswer;

export type HostLetterState = 'open' | 'answered' | 'expired' | 'superseded';

/** Whether a host's letter still opens its page, and if not, why. */
export function hostLetterState(
  letter: { readonly expiresAt: Instant; readonly isNewest: boolean; readonly isAnswered: boolean },
  isPayeeNewest: boolean,
  now: Instant,
): HostLetterState {
  if (!isPayeeNewest) return 'superseded';
  if (letter.isAnswered) return 'answered';
  if (!letter.isNewest) return 'superseded';
  return now >= letter.expiresAt ? 'expired' : 'open';
}

export type HostAnswerRefusal = Exclude<HostLetterState, 'open'> | 'name-missing';

/** Decides whether somebody who holds the letter of a host may answer for it now, by typing her name. */
export function decideHostAnswer(state: HostLetterState, typedName: string): Outcome<'answer', HostAnswerRefusal> {
  if (state !== 'open') return refused(state);
  return typedName.trim() === '' ? refused('name-missing') : done('answer');
}

export type AskAgainRefusal = 'nobody-to-ask' | 'too-many-letters';

/** Decides whether another letter may go to the host; it takes the place of those before it. */
export function decideAskHostAgain(standing: HostStanding, lettersSent: number): Outcome<'ask', AskAgainRefusal> {
  if (standing !== 'asked') return refused('nobody-to-ask');
  return lettersSent >= HOST_LETTERS_MAX ? refused('too-many-letters') : done('ask');
}
