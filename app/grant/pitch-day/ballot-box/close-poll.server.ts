import { toHex } from '#app/kernel/hex.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { merkleRoot } from '../rules/merkle.ts';
import { type Checkpoint, passesIssuedMessage } from '../rules/notes.ts';
import { appendFinalCheckpoint } from './checkpoint.server.ts';
import { rewriteInKeyOrder } from './forget-order.server.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { type PollTerms, termsOf } from './poll-terms.server.ts';
import { signMessage } from './signing.server.ts';
import { transact } from './transact.server.ts';

/**
 * Ends the casting and fixes the final root, in one transaction.
 *
 * @param passesIssued  to how many people on the roll; needed for level B, and only there
 */
export function closePoll(
  box: BallotBox,
  pollId: string,
  now: Instant,
  passesIssued = 0,
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
    sealPasses(box, terms, passesIssued);
    box.statements.movePoll.run({ pollId, state: 'closed' });
    return done(final);
  });
  if (outcome.ok) rewriteInKeyOrder(box);
  return outcome;
}

function sealPasses(box: BallotBox, { ballotRules, signingKey }: PollTerms, issued: number): void {
  const { pollId, manifestHash } = ballotRules;
  const roll = box.statements.findRoll.get({ pollId });
  if (roll === undefined) return;
  const signature = signMessage(signingKey, passesIssuedMessage({ pollId, manifestHash, size: roll.size }, issued));
  box.statements.insertPassesIssued.run({ pollId, issued, signature });
}
