import type { Id } from '#app/kernel/id.ts';
import { sumMinor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { payoutForFinance } from '../queries/payout-facts.server.ts';
import { lineEvidence } from '../rules/statement/line-evidence.ts';
import type { StatementLine } from '../rules/statement/statement.ts';
import { insertLinePayout, type LineRow, moveLine, payoutsSeenLeaving } from '../store/statements.server.ts';
import { markSettled } from './mark-settled.server.ts';

export type LineRefusal = 'not-found' | 'decided' | 'another-amount' | 'wrong-state';

/**
 * Takes a line of the statement as the evidence that payments have left: each is settled, where nobody has said so before.
 *
 * @param decidedBy  null where the portal is sure by itself
 */
export function settleByLine(
  context: Context,
  row: LineRow,
  line: StatementLine,
  payoutIds: readonly Id[],
  decidedBy: Id | null,
): Outcome<{ settled: number }, LineRefusal> {
  return context.transact((tx) => {
    if (row.state !== 'open') return refused('decided');
    const all = payoutIds.map((payoutId) => payoutForFinance(context, payoutId)?.payout ?? null);
    const payouts = all.filter((payout) => payout !== null);
    // Who must not see one of them leaves the line to a colleague.
    if (payouts.length < all.length || payouts.length === 0) return refused('not-found');
    if (sumMinor(payouts.map(({ amountMinor }) => amountMinor)) !== -line.amountMinor) return refused('another-amount');
    const left = payoutsSeenLeaving(tx, payoutIds);
    let settled = 0;
    for (const { id, state } of payouts) {
      if (left.has(id)) return refused('wrong-state');
      insertLinePayout(tx, { lineId: row.id, payoutId: id, direction: 'left' });
      // Somebody has said so before: now the bank says it as well.
      if (state === 'settled') continue;
      if (state !== 'reserved' && state !== 'sending') return refused('wrong-state');
      const marked = markSettled(context, id, lineEvidence(line));
      if (!marked.ok) return refused('wrong-state');
      settled += 1;
    }
    moveLine(tx, row.id, 'open', { state: 'settled', note: '', decidedAt: context.now, decidedBy });
    return done({ settled });
  });
}
