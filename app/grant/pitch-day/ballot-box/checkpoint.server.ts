import { toHex } from '#app/kernel/hex.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Level } from '../rules/level.ts';
import { append, EMPTY_FRONTIER, type Frontier, frontierRoot } from '../rules/merkle.ts';
import {
  type Checkpoint,
  checkpointMessage,
  checkpointNote,
  FIRST_PREV,
  hidesEverybody,
  noteHash,
} from '../rules/notes.ts';
import { forgetOrder } from './forget-order.server.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { type PollTerms, termsOf } from './poll-terms.server.ts';
import { signMessage } from './signing.server.ts';
import { transact } from './transact.server.ts';

/**
 * Commits publicly to the ballots so far, when enough are new to hide everybody; for a scheduler to call every minute.
 *
 * The new ballots are appended sorted by leaf, so that nothing about the order of arrival is left.
 */
export function checkpoint(
  box: BallotBox,
  pollId: string,
  now: Instant,
): Outcome<Checkpoint, 'unknown-poll' | 'not-open' | 'too-few-new'> {
  const outcome = transact(box, () => {
    const terms = termsOf(box, pollId);
    if (terms === null) return refused('unknown-poll');
    if (terms.state !== 'open') return refused('not-open');
    const next = nextCheckpoint(box, terms, now, false);
    if (!hidesEverybody(next.levels)) return refused('too-few-new');
    return done(appendCheckpoint(box, terms, next));
  });
  if (outcome.ok && !box.connection.inTransaction) forgetOrder(box);
  return outcome;
}

/** The last one, however few ballots are new; within the transaction of the close. */
export function appendFinalCheckpoint(box: BallotBox, terms: PollTerms, now: Instant): Checkpoint {
  return appendCheckpoint(box, terms, nextCheckpoint(box, terms, now, true));
}

type Next = { readonly checkpoint: Checkpoint; readonly levels: readonly Level[]; readonly frontier: Frontier };

function nextCheckpoint(box: BallotBox, terms: PollTerms, now: Instant, final: boolean): Next {
  const { statements } = box;
  const { pollId } = terms.manifest;
  const last = statements.listCheckpoints.all({ pollId }).at(-1);
  const seq = (last?.seq ?? 0) + 1;
  const batch = statements.listBatchLeaves.all({ pollId, batchSeq: seq });
  const fresh = batch.map((ballot) => ballot.leaf);
  const frontier = append(frontierAt(box, pollId, seq - 1), fresh);
  return {
    levels: batch.map((ballot) => ballot.level),
    frontier,
    checkpoint: {
      pollId,
      manifestHash: terms.ballotRules.manifestHash,
      seq,
      size: (last?.size ?? 0) + fresh.length,
      root: toHex(frontierRoot(frontier)),
      prev: last === undefined ? FIRST_PREV : noteHash(last.note),
      // A clock that was set back must not make an honest board look forged.
      at: Math.max(now, last?.at ?? now),
      final,
    },
  };
}

/** From memory, or from the ballots themselves after a restart. */
function frontierAt(box: BallotBox, pollId: string, seq: number): Frontier {
  const known = box.frontiers.get(pollId);
  if (known?.seq === seq) return known.frontier;
  const leaves = box.statements.listLeaves.all({ pollId }).filter((ballot) => ballot.batchSeq <= seq);
  return append(
    EMPTY_FRONTIER,
    leaves.map((ballot) => ballot.leaf),
  );
}

function appendCheckpoint(box: BallotBox, terms: PollTerms, { checkpoint, frontier }: Next): Checkpoint {
  const { pollId, seq, size, at, final } = checkpoint;
  const note = checkpointNote(checkpoint);
  const signature = signMessage(terms.signingKey, checkpointMessage(note));
  const root = Buffer.from(checkpoint.root, 'hex');
  const prev = Buffer.from(checkpoint.prev, 'hex');
  box.statements.insertCheckpoint.run({ pollId, seq, size, root, prev, at, final, note, signature });
  // If the transaction is undone, the database's own sequence no longer matches and this is built anew.
  box.frontiers.set(pollId, { seq, frontier });
  return checkpoint;
}
