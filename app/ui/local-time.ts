import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

export type LocalTimeFault = 'not-a-time' | 'skipped-by-the-clock' | 'twice-by-the-clock';

/**
 * Reads what a `datetime-local` field holds as a moment in a time zone.
 *
 * An hour that the clock skips in spring or shows twice in autumn is refused: a closing time must be one moment.
 *
 * @param typed     e.g. 2026-03-02T09:00
 * @param timeZone  an IANA name that `isTimeZone` knows
 */
export function readLocalTime(typed: string, timeZone: string): Outcome<Instant, LocalTimeFault> {
  const local = readPlain(typed);
  if (local === null) return refused('not-a-time');
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return done(earlier.epochMilliseconds);
  return refused(local.equals(earlier.toPlainDateTime()) ? 'twice-by-the-clock' : 'skipped-by-the-clock');
}

/** A moment as a `datetime-local` field shows it. */
export function writeLocalTime(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** Whether a name means a zone of the tz database; fixed offsets are none, because clocks there never change. */
export function isTimeZone(name: string): boolean {
  if (!/^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+)$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The zones to choose from, and the one that is chosen even when this machine lists it under another name. */
export function timeZoneChoices(chosen: string): string[] {
  return [...new Set(['UTC', chosen, ...Intl.supportedValuesOf('timeZone')])].filter(isTimeZone).sort();
}

function readPlain(typed: string): Temporal.PlainDateTime | null {
  // Only the form's own shape: Temporal would also take offsets and calendars, and drop them silently.
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(typed)) return null;
  try {
    return Temporal.PlainDateTime.from(typed, { overflow: 'reject' });
  } catch {
    return null;
  }
}
