import { type Instant, MINUTE } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { PaperCount } from '../rules/board.ts';
import { finalCheckpoint, resultOf } from './board.server.ts';
import { rewriteInKeyOrder } from './forget-order.server.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { termsOf } from './poll-terms.server.ts';
import { transact } from './transact.server.ts';

/** Long enough to photograph the root before anyone could know what it stands for. */
export const REVEAL_WAIT = MINUTE;

/** Records the sheets as two people counted them, after the close and before anyone knows the result. */
export function recordPaperCount(
  box: BallotBox,
  pollId: string,
  paper: PaperCount,
): Outcome<'recorded', 'unknown-poll' | 'not-closed' | 'already-recorded' | 'count-impossible'> {
  return transact(box, () => {
    const state = termsOf(box, pollId)?.state;
    if (state === undefined) return refused('unknown-poll');
    if (state !== 'closed') return refused('not-closed');
    if (box.statements.findPaperCount.get({ pollId })) return refused('already-recorded');
    if (![paper.printed, paper.returned, paper.spoiled].every(isCount)) return refused('count-impossible');
    if (paper.returned + paper.spoiled > paper.printed) return refused('count-impossible');
    box.statements.insertPaperCount.run({ pollId, ...paper });
    return done('recorded');
  });
}

/** Publishes the choices, at least a minute after the final root was. */
export function revealPoll(
  box: BallotBox,
  pollId: string,
  now: Instant,
): Outcome<'revealed', 'unknown-poll' | 'not-closed' | 'too-early'> {
  invariant(!box.connection.inTransaction, 'a reveal stands alone, because the file is rewritten after it');
  const outcome = transact(box, () => {
    const state = termsOf(box, pollId)?.state;
    if (state === undefined) return refused('unknown-poll');
    if (state !== 'closed') return refused('not-closed');
    if (now < finalCheckpoint(box, pollId).at + REVEAL_WAIT) return refused('too-early');
    box.statements.movePoll.run({ pollId, state: 'revealed' });
    return done('revealed');
  });
  if (outcome.ok) rewriteInKeyOrder(box);
  return outcome;
}

/**
 * Records the public randomness that the manifest names, once, after the close.
 *
 * @param value  exactly as its source published it; outer spaces are dropped
 */
export function recordRandomness(
  box: BallotBox,
  pollId: string,
  value: string,
): Outcome<
  'recorded',
  'unknown-poll' | 'not-promised' | 'not-closed' | 'already-recorded' | 'value-missing' | 'value-too-long'
> {
  return transact(box, () => {
    const terms = termsOf(box, pollId);
    if (terms === null) return refused('unknown-poll');
    if (terms.manifest.tie.rule !== 'public-randomness') return refused('not-promised');
    const { state } = terms;
    if (state !== 'closed' && state !== 'revealed') return refused('not-closed');
    if (box.statements.findRandomness.get({ pollId })) return refused('already-recorded');
    const trimmed = value.trim();
    if (trimmed === '' || !trimmed.isWellFormed()) return refused('value-missing');
    if (trimmed.length > 256) return refused('value-too-long');
    box.statements.insertRandomness.run({ pollId, value: trimmed });
    return done('recorded');
  });
}

/** Declares the result final; impossible while a tie that decides is open. */
export function certifyPoll(
  box: BallotBox,
  pollId: string,
): Outcome<'certified', 'unknown-poll' | 'not-revealed' | 'tie-undecided'> {
  return transact(box, () => {
    const state = termsOf(box, pollId)?.state;
    if (state === undefined) return refused('unknown-poll');
    if (state !== 'revealed') return refused('not-revealed');
    if (resultOf(box, pollId).counted.winners === null) return refused('tie-undecided');
    box.statements.movePoll.run({ pollId, state: 'certified' });
    return done('certified');
  });
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}
