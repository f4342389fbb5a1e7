import { toHex } from '#app/kernel/hex.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { merkleRoot } from '../rules/merkle.ts';
import type { Checkpoint } from '../rules/notes.ts';
import { appendFinalCheckpoint } from './checkpoint.server.ts';
import { rewriteInKeyOrder } from './forget-order.server.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { termsOf } from './poll-terms.server.ts';
import { transact } from './transact.server.ts';

/** Ends the casting and fixes the final root, in one transaction. */
export function closePoll(
  box: BallotBox,
  pollId: string,
  now: Instant,
): Outcome<Checkpoint, 'unknown-poll' | 'not-open'> {
  invariant(!box.connection.inTransaction, 'a close stands alone, because the file is rewritten after it');
  const outcome = transact(box, () => {
    const terms = termsOf(box, pollId);
    if (terms === null) return refused('unknown-poll');
    if (terms.state !== 'open') return refused('not-open');
    const final = appendFinalCheckpoint(box, terms, now);
    // The root grew batch by batch; before it is promised for good, it is computed once more from every ballot.
    const leaves = box.statements.listLeaves.all({ pollId }).map((ballot) => ballot.leaf);
    invariant(toHex(merkleRoot(leaves)) === final.root, 'the final root is the root of all ballots');
    box.statements.movePoll.run({ pollId, state: 'closed' });
    return done(final);
  });
  if (outcome.ok) rewriteInKeyOrder(box);
  return outcome;
}
