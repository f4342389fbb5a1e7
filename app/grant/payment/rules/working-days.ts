import type { Instant } from '#app/kernel/instant.ts';
import { DAY } from '#app/kernel/instant.ts';

/** A date without a time: YYYY-MM-DD. */
export type IsoDate = string;

/**
 * Bank holidays in England and Wales, 2025 to 2028, when no bank pays out.
 *
 * @source https://www.gov.uk/bank-holidays (Open Government Licence v3.0), as of 25 February 2026; add a year each year
 */
const BANK_HOLIDAYS: ReadonlySet<IsoDate> = new Set([
  ...['2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26'],
  ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
  ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
  ...['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26'],
]);

/** Whether banks in England and Wales are open. Source: GOV.UK bank holidays. */
export function isWorkingDay(date: IsoDate): boolean {
  const weekday = new Date(midnight(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !BANK_HOLIDAYS.has(date);
}

/** The first working day after a date. */
export function nextWorkingDay(date: IsoDate): IsoDate {
  let next = daysAfter(date, 1);
  while (!isWorkingDay(next)) next = daysAfter(next, 1);
  return next;
}

/** The calendar day it is in a time zone. */
export function dateIn(timeZone: string, at: Instant): IsoDate {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    numberingSystem: 'latn',
    calendar: 'gregory',
  }).format(at);
}

/** The calendar day so many days later. */
export function daysAfter(date: IsoDate, days: number): IsoDate {
  return new Date(midnight(date) + days * DAY).toISOString().slice(0, 10);
}

/** As the clocks of Greenwich have it all year. */
export function midnight(date: IsoDate): Instant {
  return Date.parse(`${date}T00:00:00Z`);
}
