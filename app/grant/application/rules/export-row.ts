import type { Instant } from '#app/kernel/instant.ts';
import { type Currency, currencyExponent, type Minor } from '#app/kernel/money.ts';
import type { MoneyHolder } from './details.ts';
import type { Eligibility } from './listing.ts';

/** What a file of applications holds of each, in this order; then come the questions of the call. */
export const FILE_COLUMNS = [
  'reference',
  'state',
  'title',
  'oneLine',
  'group',
  'theme',
  'city',
  'currency',
  'amount',
  'moneyHolder',
  'hostName',
  'language',
  'words',
  'recordingSeconds',
  'eligibility',
  'eligibilityWhy',
  'sent',
  'saved',
] as const;

export type Exported = {
  readonly reference: string;
  readonly state: 'submitted' | 'withdrawn';
  readonly title: string;
  readonly oneLine: string;
  readonly groupName: string;
  readonly theme: string;
  readonly city: string;
  readonly amountMinor: Minor;
  readonly moneyHolder: MoneyHolder;
  readonly hostName: string;
  readonly language: string;
  readonly words: number;
  readonly recordingSeconds: number;
  readonly eligibility: Eligibility;
  /** The rules that are not met, and what staff wrote, one a line. */
  readonly why: readonly string[];
  readonly submittedAt: Instant;
  readonly savedAt: Instant;
  /** What was typed, question by question; empty where nothing was. */
  readonly answers: readonly string[];
};

/** One line of the file. An amount is a number in whole units, to be added up; times are those of the call's place. */
export function exportRow(row: Exported, call: { currency: Currency; timeZone: string }): (string | number)[] {
  return [
    row.reference,
    row.state,
    row.title,
    row.oneLine,
    row.groupName,
    row.theme,
    row.city,
    call.currency,
    row.amountMinor / 10 ** currencyExponent(call.currency),
    row.moneyHolder,
    row.hostName,
    row.language,
    row.words,
    row.recordingSeconds,
    row.eligibility,
    row.why.join('\n'),
    localTime(row.submittedAt, call.timeZone),
    localTime(row.savedAt, call.timeZone),
    ...row.answers,
  ];
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** "2026-03-02 12:00", which spreadsheets read as a time and everybody can sort. */
function localTime(at: Instant, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(timeZone, clock);
  return clock.format(at);
}
