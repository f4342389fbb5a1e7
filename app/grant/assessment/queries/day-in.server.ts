import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#app/kernel/instant.ts';

/** The ISO 8601 date that a clock in a time zone shows at a moment. */
export function dayIn(timeZone: string, at: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
