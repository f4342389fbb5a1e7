import type { Id } from '#app/kernel/id.ts';
import type { BallotBox } from '../ballot-box/open-ballot-box.server.ts';

/**
 * Remembers what was worked out of a revealed vote: only the randomness of a tie can still change it.
 *
 * @param work  null is not remembered
 */
export function oncePerThrow<Answer>(
  work: (box: BallotBox, pollId: Id) => Answer | null,
): (box: BallotBox, pollId: Id) => Answer | null {
  const known = new WeakMap<BallotBox, Map<Id, { readonly randomness: string | null; readonly answer: Answer }>>();
  return (box, pollId) => {
    const ofBox = known.get(box) ?? new Map();
    known.set(box, ofBox);
    const randomness = box.statements.findRandomness.get({ pollId })?.value ?? null;
    const before = ofBox.get(pollId);
    if (before?.randomness === randomness) return before.answer;
    const answer = work(box, pollId);
    if (answer !== null) ofBox.set(pollId, { randomness, answer });
    return answer;
  };
}
