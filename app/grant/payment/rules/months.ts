/** A calendar month of a call's own time zone: YYYY-MM. */
export type Month = string;

/** Whether a text is a month, as YYYY-MM. */
export function isMonth(text: string): text is Month {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The month after one. */
export function nextMonth(month: Month): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** Every month from one to another, both included; none where the first is later. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
}

export type LockRefusal = 'month-not-over' | 'already-locked' | 'before-the-books' | 'books-off';

/**
 * Whether a month may be locked: it is over, the books were open in it, and no month as late is locked. Those before it are
 * locked with it, for nothing may enter a month that others build on.
 *
 * @param isEven  whether balances agree with their entries
 */
export function mayLockMonth(at: {
  readonly month: Month;
  readonly currentMonth: Month;
  readonly firstMonth: Month;
  readonly lockedThrough: Month | null;
  readonly isEven: boolean;
}): LockRefusal | null {
  if (at.month >= at.currentMonth) return 'month-not-over';
  if (at.month < at.firstMonth) return 'before-the-books';
  if (at.lockedThrough !== null && at.month <= at.lockedThrough) return 'already-locked';
  return at.isEven ? null : 'books-off';
}
