import { applicationCard } from '#app/grant/application/queries/application-card.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { signerOf, trancheForFinance } from '../queries/payout-facts.server.ts';
import { bankReference } from '../rules/bank-text.ts';
import { decidePrepare, type PrepareRefusal } from '../rules/preparing-payout.ts';
import { hostStanding } from '../store/host-letters.server.ts';
import { isConfirmedPayee } from '../store/payee-codes.server.ts';
import { newestPayee } from '../store/payees.server.ts';
import { findAttempts, insertPayout } from '../store/payouts.server.ts';
import { moveTranche } from '../store/tranches.server.ts';

/** Drafts the payout of a due tranche to the recipient's newest details. Whoever does it becomes its maker. */
export function createPayout(context: Context, trancheId: Id): Outcome<{ payoutId: Id }, PrepareRefusal | 'not-found'> {
  return context.transact((tx) => {
    const facts = trancheForFinance(context, trancheId);
    if (facts === null) return refused('not-found');
    const { tranche, award } = facts;
    const signer = signerOf(context, award);
    const newest = newestPayee(tx, award.id);
    const host = newest === null ? 'not-needed' : hostStanding(tx, newest);
    const isConfirmed = newest !== null && isConfirmedPayee(tx, newest.id);
    const decision = decidePrepare(signer, { state: tranche.state, payee: newest, host, isConfirmed }, context.now);
    if (!decision.ok) return decision;
    const payee = decision.value;
    const payoutId = context.newId();
    const applied = applicationCard(context, award.applicationId);
    insertPayout(tx, {
      id: payoutId,
      trancheId,
      attempt: findAttempts(tx, trancheId).length + 1,
      rail: payee.kind === 'bank' ? 'bank-file' : 'by-hand',
      amountMinor: tranche.amountMinor,
      currency: tranche.currency,
      payeeVersionId: payee.id,
      reference: bankReference(`${applied?.reference ?? 'GRANT'} ${tranche.position}`),
      endToEndId: payoutId.toUpperCase(),
      state: 'draft',
      makerId: signer.id,
      madeAt: context.now,
      submittedAt: null,
      checkerId: null,
      approvedAt: null,
      approvalHash: null,
      bankFileId: null,
      reservedAt: null,
      sentAt: null,
      settledAt: null,
      settledBy: null,
      evidence: null,
      endedAt: null,
      endedBy: null,
      endReason: null,
    });
    moveTranche(tx, trancheId, 'due', { state: 'in-payment' });
    return done({ payoutId });
  });
}
