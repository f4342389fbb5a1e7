import { DAY, type Instant } from '#app/kernel/instant.ts';

export type ReminderKind = 'week' | 'two-days';

/** How long before its closing each reminder is due. */
const BEFORE_CLOSING: Readonly<Record<ReminderKind, number>> = { week: 7 * DAY, 'two-days': 2 * DAY };

/** Nobody is reminded of a closing further away than this. */
export const REMIND_BEFORE_MOST = BEFORE_CLOSING.week;

/** The reminder whose time it is, and the moment it became due; null before the first and from the closing on. */
export function reminderAt(closesAt: Instant, now: Instant): { kind: ReminderKind; dueAt: Instant } | null {
  if (now >= closesAt) return null;
  const kind = (['two-days', 'week'] as const).find((one) => now >= closesAt - BEFORE_CLOSING[one]);
  return kind === undefined ? null : { kind, dueAt: closesAt - BEFORE_CLOSING[kind] };
}

/**
 * The reminder to write now for an unfinished draft, or null.
 *
 * Two letters at most, whatever becomes of the closing: one kind is never written twice, and after the last the first
 * is not written any more. Who began after a reminder was due is not reminded of what they have just read.
 *
 * @param written  the kinds that were written already
 */
export function dueDraftReminder(
  draft: { readonly createdAt: Instant; readonly closesAt: Instant },
  written: readonly ReminderKind[],
  now: Instant,
): ReminderKind | null {
  const current = reminderAt(draft.closesAt, now);
  if (current === null || draft.createdAt >= current.dueAt) return null;
  return written.includes(current.kind) || written.includes('two-days') ? null : current.kind;
}
