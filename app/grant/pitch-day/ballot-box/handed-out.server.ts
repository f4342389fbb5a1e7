import { invariant } from '#app/kernel/invariant.ts';
import { done } from '#app/kernel/outcome.ts';
import type { StockLevel } from '../rules/level.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { transact } from './transact.server.ts';

/** How many codes of a stock were handed out: those at the first places. Zero for an unknown poll. */
export function handedOut(box: BallotBox, pollId: string, level: StockLevel): number {
  return box.statements.findHandedOut.get({ pollId, level })?.count ?? 0;
}

/**
 * Keeps for good how many codes of a stock are with people; before anybody sees the last of them.
 *
 * @param count  as many as are kept already, or more; the same number is written again
 * @throws InvariantError for fewer: a code that was handed out is never free again
 */
export function keepHandedOut(box: BallotBox, pollId: string, level: StockLevel, count: number): void {
  transact(box, () => {
    const { findHandedOut, insertHandedOut, updateHandedOut } = box.statements;
    const kept = findHandedOut.get({ pollId, level });
    invariant(kept === undefined || count >= kept.count, 'a code that was handed out is never free again');
    (kept === undefined ? insertHandedOut : updateHandedOut).run({ pollId, level, count });
    return done(count);
  });
}
