import type { Currency, Minor } from '#app/kernel/money.ts';
import { sumMinor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { IsoDate } from '../working-days.ts';

/** One booked movement on a bank account. */
export type StatementLine = {
  readonly bookedOn: IsoDate;
  /** What came in; below zero, what went out. */
  readonly amountMinor: Minor;
  /** The bank's own number of it; null where it gives none. */
  readonly bankRef: string | null;
  /** What the payer's bank file called it; null where the bank does not hand it on. */
  readonly endToEndId: string | null;
  /** The other side, as far as the bank says. */
  readonly name: string;
  /** What it was for, as far as the bank says. */
  readonly text: string;
};

/** What a bank says about one account and one stretch of time, whatever the format. */
export type Statement = {
  /** IBAN or account number, as the bank writes it; null where the file does not say. */
  readonly account: string | null;
  readonly currency: Currency;
  /** Before the first line and after the last; null where the file does not say. */
  readonly openingMinor: Minor | null;
  readonly closingMinor: Minor | null;
  readonly lines: readonly StatementLine[];
};

export type StatementFault =
  /** Not a file of this format, or broken. */
  | 'unreadable'
  | 'no-statement'
  | 'currency-unknown'
  | 'amount-unreadable'
  | 'date-unreadable'
  /** Opening balance and lines do not add up to the closing balance: a line is missing, doubled or changed. */
  | 'does-not-add-up';

/** Takes a statement only when it adds up. */
export function checkStatement(statement: Statement): Outcome<Statement, StatementFault> {
  const { openingMinor, closingMinor, lines } = statement;
  if (openingMinor === null || closingMinor === null) return done(statement);
  const moved = sumMinor(lines.map(({ amountMinor }) => amountMinor));
  return openingMinor + moved === closingMinor ? done(statement) : refused('does-not-add-up');
}

/**
 * What a line is known by when a later file brings it again: the bank's own number, or else all that the line says and its place
 * among those that say the same.
 *
 * @returns one key for each line, in order, no two alike
 */
export function lineKeys(lines: readonly StatementLine[]): string[] {
  const seen = new Map<string, number>();
  return lines.map(({ bookedOn, amountMinor, bankRef, endToEndId, name, text }) => {
    const said =
      bankRef === null
        ? JSON.stringify([bookedOn, amountMinor, endToEndId, name, text])
        : JSON.stringify([bookedOn, amountMinor, bankRef]);
    const before = seen.get(said) ?? 0;
    seen.set(said, before + 1);
    return before === 0 ? said : `${said} ${before + 1}`;
  });
}

/** @returns a real day as YYYY-MM-DD, or null */
export function readDay(year: string, month: string, day: string): IsoDate | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? null : date;
}
