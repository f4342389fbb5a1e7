import type { Id } from '#app/kernel/id.ts';
import type { Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { newestPayees } from '../store/payees.server.ts';
import { findTranchesOfCalls } from '../store/tranches.server.ts';

/** How far an award has been paid. */
export type PaidParts = {
  readonly planned: number;
  readonly paid: number;
  readonly paidMinor: Minor;
  readonly payeeKnown: boolean;
};

/** Every award of these calls that has a payment plan or a payee: two queries however many. The caller checks who asks. */
export function paidPartsOfCalls(
  context: Pick<Context, 'db'>,
  callIds: readonly Id[],
  awardIds: readonly Id[],
): ReadonlyMap<Id, PaidParts> {
  const payees = newestPayees(context.db, awardIds);
  const parts = new Map<Id, PaidParts>();
  for (const awardId of awardIds)
    parts.set(awardId, { planned: 0, paid: 0, paidMinor: 0, payeeKnown: payees.has(awardId) });
  for (const row of findTranchesOfCalls(context.db, callIds)) {
    const sofar = parts.get(row.awardId);
    if (sofar === undefined) continue;
    const isPaid = row.state === 'paid';
    parts.set(row.awardId, {
      ...sofar,
      planned: sofar.planned + 1,
      paid: sofar.paid + (isPaid ? 1 : 0),
      paidMinor: sofar.paidMinor + (isPaid ? row.amountMinor : 0),
    });
  }
  return parts;
}
