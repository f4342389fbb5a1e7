import { bankName } from './bank-text.ts';
import type { TransferRun } from './credit-transfer.ts';
import { decimalAmount } from './decimal-amount.ts';

const HEADER = ['Name', 'Sort code', 'Account number', 'Amount', 'Currency', 'Reference', 'Payment date', 'Payment id'];

/**
 * Writes a run of payments as a plain table for banks without a file upload, or for typing off (RFC 4180).
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front.
 */
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
  return [HEADER, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** @source OWASP, CSV injection */
export function csvCell(content: string): string {
  const defused = /^[=+\-@\t\r]/.test(content) ? `'${content}` : content;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
