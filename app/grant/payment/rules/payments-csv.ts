import { writeCsv } from '#app/kernel/csv.ts';
import { decimalAmount } from '#app/kernel/money.ts';
import { bankName } from './bank-text.ts';
import type { TransferRun } from './credit-transfer.ts';

const HEADER = ['Name', 'Sort code', 'Account number', 'Amount', 'Currency', 'Reference', 'Payment date', 'Payment id'];

/** Writes a run of payments as a plain table for banks without a file upload, or for typing off. */
export function writePaymentsCsv(run: TransferRun): string {
  const rows = run.transfers.map((transfer) => [
    bankName(transfer.payee.name),
    transfer.payee.sortCode,
    transfer.payee.accountNumber,
    decimalAmount(transfer.amountMinor, 'GBP'),
    'GBP',
    transfer.reference,
    run.executionDate,
    transfer.endToEndId,
  ]);
  return writeCsv([HEADER, ...rows]);
}
