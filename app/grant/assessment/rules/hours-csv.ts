import { writeCsv } from '#app/kernel/csv.ts';
import { type Currency, decimalAmount, type Minor } from '#app/kernel/money.ts';
import type { HoursEntry, HoursState } from './hours.ts';
import type { PayChoice } from './seat-terms.ts';

export const HOURS_COLUMNS = [
  'name',
  'day',
  'kind',
  'minutes',
  'pay',
  'currency',
  'hourly',
  'amount',
  'state',
  'note',
  'answer',
] as const;

/** The hours of a panel as a table for whoever pays: one row an entry, amounts as decimals, empty where nothing is paid. */
export function hoursCsv(
  head: Readonly<Record<(typeof HOURS_COLUMNS)[number], string>>,
  currency: Currency,
  entries: readonly (HoursEntry & {
    readonly name: string;
    readonly payChoice: PayChoice;
    readonly hourlyMinor: Minor | null;
    readonly amountMinor: Minor | null;
    readonly state: HoursState;
    readonly answer: string;
  })[],
): string {
  const decimal = (amount: Minor | null) => (amount === null ? '' : decimalAmount(amount, currency));
  return writeCsv([
    HOURS_COLUMNS.map((column) => head[column]),
    ...entries.map((entry) => [
      entry.name,
      entry.day,
      entry.kind,
      String(entry.minutes),
      entry.payChoice,
      currency,
      decimal(entry.hourlyMinor),
      decimal(entry.amountMinor),
      entry.state,
      entry.note,
      entry.answer,
    ]),
  ]);
}
