import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { bankFileForFinance } from '../queries/bank-file-facts.server.ts';
import { type PayoutFacts, payoutForFinance } from '../queries/payout-facts.server.ts';
import { movePayout } from '../rules/payout-state.ts';
import { payoutSettled } from '../rules/postings.ts';
import { post } from '../store/ledger.server.ts';
import { findLiveStop, findPayout, findPayoutsInFile, movePayoutRow } from '../store/payouts.server.ts';
import { moveTranche } from '../store/tranches.server.ts';
import { checkBooks } from './check-books.server.ts';
import { moneyOf, reservePayout } from './reserve-payout.server.ts';

export type SettleRefusal = 'not-found' | 'wrong-state' | 'no-evidence' | 'approval-void' | 'payouts-stopped';

/**
 * Writes down that the money of a payout has arrived, and how we know. A payment by hand is reserved in the same
 * transaction, because nothing happens between the two.
 *
 * @param evidence  a line of the bank statement, a receipt, in words
 */
export function markSettled(context: Context, payoutId: Id, evidence: string): Outcome<'settled', SettleRefusal> {
  if (payoutForFinance(context, payoutId)?.payout.rail === 'by-hand') checkBooks(context);
  return context.transact((tx) => {
    const facts = payoutForFinance(context, payoutId);
    if (facts === null) return refused('not-found');
    if (evidence.trim() === '') return refused('no-evidence');
    return settle(tx, context, facts, evidence.trim());
  });
}

/**
 * The same for everything in a bank file that is still on its way.
 *
 * @returns how many payouts were settled
 */
export function markFileSettled(
  context: Context,
  fileId: Id,
  evidence: string,
): Outcome<{ settled: number }, SettleRefusal> {
  return context.transact((tx) => {
    if (bankFileForFinance(context, fileId) === null) return refused('not-found');
    if (evidence.trim() === '') return refused('no-evidence');
    const open = findPayoutsInFile(tx, fileId).filter((payout) => movePayout(payout.state, 'settled').ok);
    if (open.length === 0) return refused('wrong-state');
    for (const payout of open) {
      const facts = payoutForFinance(context, payout.id);
      invariant(facts !== null, 'who keeps the books of a file keeps those of its payouts');
      const settled = settle(tx, context, facts, evidence.trim());
      if (!settled.ok) return settled;
    }
    return done({ settled: open.length });
  });
}

function settle(tx: Tx, context: Context, facts: PayoutFacts, evidence: string): Outcome<'settled', SettleRefusal> {
  const { payout, tranche, hash } = facts;
  const { actor } = context;
  invariant(actor !== null, 'a finance person is signed in');
  if (payout.rail === 'by-hand' && payout.state === 'approved') {
    if (findLiveStop(tx) !== null) return refused('payouts-stopped');
    if (hash !== payout.approvalHash) return refused('approval-void');
    reservePayout(tx, context, payout, tranche, null);
    promise(tx, context, { kind: 'payments-noted', subjectId: payout.id });
  }
  const state = findPayout(tx, payout.id)?.state ?? payout.state;
  const move = movePayout(state, 'settled');
  if (!move.ok) return move;
  post(tx, context, tranche, payoutSettled({ ...moneyOf(payout, tranche), evidence }));
  movePayoutRow(tx, payout.id, state, {
    state: 'settled',
    settledAt: context.now,
    settledBy: actor.personId,
    evidence,
  });
  moveTranche(tx, tranche.id, 'in-payment', { state: 'paid', paidAt: context.now });
  if (payout.sentAt === null) promise(tx, context, { kind: 'payout-sent', subjectId: payout.id });
  return done('settled');
}
