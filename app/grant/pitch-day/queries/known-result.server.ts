import type { Id } from '#app/kernel/id.ts';
import { resultOf } from '../ballot-box/board.server.ts';
import type { BallotBox } from '../ballot-box/open-ballot-box.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import { hasReached } from '../rules/poll-state.ts';
import type { PollResult } from '../rules/tally.ts';

type Known = { readonly randomness: string | null; readonly result: PollResult };

const known = new WeakMap<BallotBox, Map<Id, Known>>();

/**
 * The result, counted once: after the reveal only the randomness of a tie can still change it.
 *
 * @returns null before the reveal
 */
export function knownResult(box: BallotBox, pollId: Id): PollResult | null {
  const state = termsOf(box, pollId)?.state;
  if (state === undefined || !hasReached(state, 'revealed')) return null;
  const ofBox = known.get(box) ?? new Map<Id, Known>();
  known.set(box, ofBox);
  const randomness = box.statements.findRandomness.get({ pollId })?.value ?? null;
  const before = ofBox.get(pollId);
  if (before?.randomness === randomness) return before.result;
  const result = resultOf(box, pollId);
  ofBox.set(pollId, { randomness, result });
  return result;
}
