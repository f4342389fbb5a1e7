import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { bankFileForFinance } from '../queries/bank-file-facts.server.ts';
import { markFileSent as markSent } from '../store/bank-files.server.ts';
import { findPayoutsInFile, movePayoutRow } from '../store/payouts.server.ts';

/** Says that the bank has a file: its payments are on their way, and every recipient is told. */
export function markFileSent(context: Context, fileId: Id): Outcome<'sent', 'not-found' | 'already-sent'> {
  const { actor } = context;
  return context.transact((tx) => {
    const file = bankFileForFinance(context, fileId);
    if (file === null || actor === null) return refused('not-found');
    if (file.sentAt !== null) return refused('already-sent');
    markSent(tx, fileId, context.now, actor.personId);
    for (const payout of findPayoutsInFile(tx, fileId)) {
      if (payout.state !== 'reserved') continue;
      movePayoutRow(tx, payout.id, 'reserved', { state: 'sending', sentAt: context.now });
      promise(tx, context, { kind: 'payout-sent', subjectId: payout.id });
    }
    return done('sent');
  });
}
