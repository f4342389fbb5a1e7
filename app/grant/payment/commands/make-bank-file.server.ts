import { hiddenFromMe } from '#app/grant/application/queries/hidden-from.server.ts';
import { awardsOfCall } from '#app/grant/award/queries/award-card.server.ts';
import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { sumMinor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { sealBankFile } from '../queries/bank-file-bytes.server.ts';
import { hashOf } from '../queries/payout-facts.server.ts';
import { openPayee, openPayer } from '../queries/sealed-details.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import { fitsBacs, writeBacs18 } from '../rules/bacs-18.ts';
import type { TransferRun } from '../rules/credit-transfer.ts';
import { writePain001 } from '../rules/pain-001.ts';
import { writePaymentsCsv } from '../rules/payments-csv.ts';
import { dateIn, nextWorkingDay } from '../rules/working-days.ts';
import { findServiceUserNumber } from '../store/bacs-users.server.ts';
import { countBankFiles, insertBankFile } from '../store/bank-files.server.ts';
import { findBooks } from '../store/ledger.server.ts';
import { findPayeeVersions, type PayeeVersionRow } from '../store/payees.server.ts';
import { findApproved, findLiveStop } from '../store/payouts.server.ts';
import { checkBooks } from './check-books.server.ts';
import { reservePayout } from './reserve-payout.server.ts';

export type BankFileRefusal =
  | 'not-found'
  | 'books-not-open'
  | 'not-in-pounds'
  | 'nothing-approved'
  | 'approval-void'
  | 'payouts-stopped';

/**
 * Puts every approved bank payment of a call into one file and reserves its money, in one transaction:
 * after a crash there is either no file and no reserve, or both, with the file's bytes.
 */
export function makeBankFile(context: Context, callId: Id): Outcome<{ fileId: Id }, BankFileRefusal> {
  const { actor } = context;
  const call = callById(context, callId);
  if (call === null || actor === null || !mayKeepBooks(actor, call)) return refused('not-found');
  // Outside of the transaction below: a stop must stay even though this refuses.
  checkBooks(context);
  return context.transact((tx) => {
    if (findLiveStop(tx) !== null) return refused('payouts-stopped');
    const books = findBooks(tx, callId);
    if (books === null) return refused('books-not-open');
    if (books.currency !== 'GBP') return refused('not-in-pounds');
    // What a group has named her for is left for a colleague's file.
    const applicationOf = new Map(awardsOfCall(context, callId).map((award) => [award.id, award.applicationId]));
    const hidden = hiddenFromMe(context, [...applicationOf.values()]);
    const approved = findApproved(tx, callId, 'bank-file').filter(
      ({ tranche }) => !hidden.has(applicationOf.get(tranche.awardId) ?? ''),
    );
    if (approved.length === 0) return refused('nothing-approved');
    const payees = findPayeeVersions(
      tx,
      approved.map((row) => row.payout.payeeVersionId),
    );
    const payeeOf = (payeeVersionId: Id): PayeeVersionRow => {
      const payee = payees.get(payeeVersionId);
      invariant(payee !== undefined, 'a payout has a payee');
      return payee;
    };
    if (approved.some(({ payout }) => hashOf(payout, payeeOf(payout.payeeVersionId)) !== payout.approvalHash)) {
      return refused('approval-void');
    }

    const fileId = context.newId();
    const run: TransferRun = {
      msgId: `CP-${fileId.toUpperCase()}`,
      madeAt: context.now,
      executionDate: nextWorkingDay(dateIn(call.timeZone, context.now)),
      payer: openPayer(context, books.payerSealed),
      transfers: approved.map(({ payout }) => {
        const payee = openPayee(context, payeeOf(payout.payeeVersionId).sealed);
        invariant(payee.kind === 'bank', 'a payout on the bank rail goes to a bank account');
        return {
          endToEndId: payout.endToEndId,
          amountMinor: payout.amountMinor,
          payee,
          reference: payout.reference,
        };
      }),
    };
    const xml = writePain001(run);
    const csv = writePaymentsCsv(run);
    const bacs = bacsForm(tx, call, run);
    insertBankFile(tx, {
      id: fileId,
      callId,
      msgId: run.msgId,
      executionDate: run.executionDate,
      payoutsCount: approved.length,
      totalMinor: sumMinor(approved.map(({ payout }) => payout.amountMinor)),
      currency: books.currency,
      xmlSealed: sealBankFile(context, xml),
      xmlSha256: sha256Hex(xml),
      csvSealed: sealBankFile(context, csv),
      csvSha256: sha256Hex(csv),
      bacsSealed: bacs && sealBankFile(context, bacs),
      bacsSha256: bacs && sha256Hex(bacs),
      madeAt: context.now,
      madeBy: actor.personId,
      sentAt: null,
      sentBy: null,
    });
    for (const { payout, tranche } of approved) reservePayout(tx, context, payout, tranche, fileId);
    promise(tx, context, { kind: 'payments-noted', subjectId: fileId });
    return done({ fileId });
  });
}

/** Null where the partner submits nothing to Bacs, and for more than its amounts have digits for. */
function bacsForm(tx: Tx, call: { partnerId: Id; timeZone: string }, run: TransferRun): string | null {
  const serviceUserNumber = findServiceUserNumber(tx, call.partnerId);
  if (serviceUserNumber === null || !fitsBacs(run)) return null;
  // Files of one day differ while fewer than a million are made on it.
  const serial = 1 + (countBankFiles(tx) % 999_999);
  return writeBacs18(run, { serviceUserNumber, serial, madeOn: dateIn(call.timeZone, run.madeAt) });
}
