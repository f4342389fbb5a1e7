import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { LETTER_CODE_TRIES_MAX } from './letter-code.ts';
import type { PollState } from './poll-state.ts';

export type IssueRefusal = 'wrong-code' | 'too-many-tries' | 'already-issued' | 'not-open';

/** What was found under the number of a typed code. */
export type Asked = {
  readonly tries: number;
  readonly isCodeRight: boolean;
  /** Of the blinded message that was signed for this entry before; null while none was. */
  readonly signedHash: string | null;
  readonly askedHash: string;
};

/**
 * Whether somebody on the roll is given a pass; the first refusal wins. Passes are given out from the freeze to the end
 * of the vote, so that most people have theirs long before they use it.
 *
 * @returns `new` for a first asking, `again` for the very same one, which is answered alike at any time
 */
export function decideIssue(
  asked: Asked,
  poll: { readonly state: PollState; readonly closesAt: Instant },
  now: Instant,
): Outcome<'new' | 'again', IssueRefusal> {
  if (asked.tries >= LETTER_CODE_TRIES_MAX) return refused('too-many-tries');
  if (!asked.isCodeRight) return refused('wrong-code');
  if (asked.signedHash === asked.askedHash) return done('again');
  if (asked.signedHash !== null) return refused('already-issued');
  const isOpen = (poll.state === 'frozen' || poll.state === 'open') && now < poll.closesAt;
  return isOpen ? done('new') : refused('not-open');
}
