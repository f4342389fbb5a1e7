import { DAY } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { type Minor, sumMinor } from '#app/kernel/money.ts';
import type { BankAccount } from './bank-account.ts';
import { bankReference, REFERENCE_LENGTH } from './bank-text.ts';
import type { CreditTransfer, TransferRun } from './credit-transfer.ts';
import { daysAfter, type IsoDate, midnight } from './working-days.ts';

/** Who submits, as its bank has registered it with Bacs, and the number of this submission. */
export type BacsSubmission = {
  /** Six digits. */
  readonly serviceUserNumber: string;
  /** Differs between all submissions of one day: 1 to 999999. */
  readonly serial: number;
  /** When the file is made. It is processed on the run's execution date, and in the account a working day later. */
  readonly madeOn: IsoDate;
};

const CREDIT = '99';
const DEBIT_CONTRA = '17';
/** Eleven digits of pence. */
const AMOUNT_MAX = 99_999_999_999;
/** How long the labels are good for after the day of processing; nothing reads them later. */
const EXPIRES_AFTER_DAYS = 7;

/** @returns six digits, or null when it is no service user number */
export function parseServiceUserNumber(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) && digits !== '000000' ? digits : null;
}

/** Whether Bacs could take all payments of a run: eleven digits of pence each and together. */
export function fitsBacs(run: Pick<TransferRun, 'transfers'>): boolean {
  return sumMinor(run.transfers.map(({ amountMinor }) => amountMinor)) <= AMOUNT_MAX;
}

/**
 * Writes a file of direct credits for a single processing day: Bacs Standard 18, lines of ASCII ended by CR and LF.
 *
 * Records of 80 characters are labels, those of 100 move money: one credit for each payment and one contra that takes their sum
 * from the payer's account. Names are cut to 18 characters.
 *
 * @source public field lists of Bacs Standard 18; the formal text, PN5011, is given to service users only, and four fields of
 *         the labels differ between banks: the sponsoring bank's guide comes first
 */
export function writeBacs18(run: TransferRun, by: BacsSubmission): string {
  invariant(run.transfers.length > 0, 'a bank file holds at least one payment');
  invariant(by.serial >= 1 && by.serial <= 999_999, 'a serial number has six digits and is not nothing');
  invariant(fitsBacs(run), 'amounts have eleven digits of pence');
  const { serviceUserNumber: user, madeOn } = by;
  const serial = digits(by.serial, 6);
  const total = sumMinor(run.transfers.map(({ amountMinor }) => amountMinor));
  const file = `A${user}S  1${user}${serial}00010001${' '.repeat(6)}${dayOfYear(madeOn)}`;
  const labels = {
    header: `${file}${dayOfYear(daysAfter(run.executionDate, EXPIRES_AFTER_DAYS))} 000000`,
    format: `F0200000100${' '.repeat(35)}00`,
  };
  return [
    label(`VOL1${serial}${' '.repeat(31)}${user}`.padEnd(79).concat('1')),
    label(`HDR1${labels.header}`),
    label(`HDR2${labels.format}`),
    label(`UHL1${dayOfYear(run.executionDate)}999999    000000001 DAILY  001`),
    ...run.transfers.map((transfer) => credit(run.payer, transfer)),
    contra(run.payer, total),
    label(`EOF1${labels.header}`),
    label(`EOF2${labels.format}`),
    label(`UTL1${digits(total, 13)}${digits(total, 13)}${digits(1, 7)}${digits(run.transfers.length, 7)}`),
  ]
    .map((line) => `${line}\r\n`)
    .join('');
}

function credit(payer: BankAccount, { payee, amountMinor, reference }: CreditTransfer): string {
  invariant(amountMinor > 0, 'only money is sent');
  return money({ to: payee, code: CREDIT, payer, amountMinor, name: payer.name, reference, toName: payee.name });
}

function contra(payer: BankAccount, amountMinor: Minor): string {
  const [name, reference] = [payer.name, 'CONTRA'];
  return money({ to: payer, code: DEBIT_CONTRA, payer, amountMinor, name, reference, toName: payer.name });
}

function money(of: {
  to: BankAccount;
  code: string;
  payer: BankAccount;
  amountMinor: Minor;
  name: string;
  reference: string;
  toName: string;
}): string {
  const record = [
    of.to.sortCode,
    of.to.accountNumber,
    '0',
    of.code,
    of.payer.sortCode,
    of.payer.accountNumber,
    ' '.repeat(4),
    digits(of.amountMinor, 11),
    ...[of.name, of.reference, of.toName].map((text) => bankReference(text).padEnd(REFERENCE_LENGTH)),
  ].join('');
  invariant(record.length === 100, 'a record of money has 100 characters');
  return record;
}

function label(text: string): string {
  invariant(text.length <= 80, 'a label has 80 characters');
  return text.padEnd(80);
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

/** " YYDDD": a space, two digits of the year, the day of the year from 001. */
function dayOfYear(date: IsoDate): string {
  const year = date.slice(0, 4);
  const days = (midnight(date) - midnight(`${year}-01-01`)) / DAY + 1;
  return ` ${year.slice(2)}${digits(days, 3)}`;
}
