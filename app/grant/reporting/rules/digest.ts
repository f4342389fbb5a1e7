import { HOUR, type Instant, MINUTE } from '#app/kernel/instant.ts';

export type Rhythm = 'daily' | 'weekly' | 'never';
export const RHYTHMS: readonly Rhythm[] = ['daily', 'weekly', 'never'];

/** Before the first coffee, and after the children are at school. */
const HOUR_OF_DAY = 8;
const DAYS: Readonly<Record<Exclude<Rhythm, 'never'>, readonly string[]>> = {
  daily: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  weekly: ['Mon'],
};

/**
 * The last moment at which a digest was due: eight in the morning of a working day, or of a Monday, where staff live.
 *
 * @param timeZone  an IANA name
 */
export function lastDigestMoment(rhythm: Exclude<Rhythm, 'never'>, now: Instant, timeZone: string): Instant {
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const local = (at: Instant) => Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const minute = now - (now % MINUTE);
  let at = minute - Number(local(minute).minute) * MINUTE;
  // Hour by hour, because days are not all of one length; a week and a changed clock are at most 170.
  while (!isDigestHour(local(at), DAYS[rhythm])) at -= HOUR;
  return at;
}

function isDigestHour(local: Record<string, string>, days: readonly string[]): boolean {
  return Number(local.hour) === HOUR_OF_DAY && days.includes(local.weekday ?? '');
}

/**
 * What a digest is about: from one moment up to and including another; null while none is due.
 *
 * @param toldUntil  the end of the digest before it; null for the first, which looks back one period and no further
 */
export function digestPeriod(
  rhythm: Rhythm,
  toldUntil: Instant | null,
  now: Instant,
  timeZone: string,
): { after: Instant; upTo: Instant } | null {
  if (rhythm === 'never') return null;
  const upTo = lastDigestMoment(rhythm, now, timeZone);
  const after = toldUntil ?? lastDigestMoment(rhythm, upTo - MINUTE, timeZone);
  return after < upTo ? { after, upTo } : null;
}

/** What happened in one call, as numbers. */
export type CallNews = { readonly arrived: number; readonly takenBack: number };

/** Whether there is anything to write a letter about. */
export function isNews(calls: readonly CallNews[], undelivered: number): boolean {
  return undelivered > 0 || calls.some(({ arrived, takenBack }) => arrived + takenBack > 0);
}
