import { DAY, type Instant } from '#app/kernel/instant.ts';

/** For how many days somebody may be asked to read the books. */
export const AUDIT_DAYS = [14, 30, 90] as const;
export type AuditDays = (typeof AUDIT_DAYS)[number];

export type Audit = { readonly appointedAt: Instant; readonly untilAt: Instant; readonly endedAt: Instant | null };

/** Whether an audit is going on: from its first moment to its last, unless it was ended. */
export function isAuditing({ appointedAt, untilAt, endedAt }: Audit, now: Instant): boolean {
  return endedAt === null && appointedAt <= now && now <= untilAt;
}

export type AppointRefusal = 'auditor-is-staff' | 'auditor-is-paid' | 'already-auditing';

/**
 * Who may audit a partner: nobody who works for it, and nobody whose group it gives money to.
 *
 * @param asked.isPaid  whether she is of a group with an accepted award of this partner
 */
export function mayAppoint(asked: {
  readonly isStaff: boolean;
  readonly isPaid: boolean;
  readonly isAuditing: boolean;
}): AppointRefusal | null {
  if (asked.isStaff) return 'auditor-is-staff';
  if (asked.isPaid) return 'auditor-is-paid';
  return asked.isAuditing ? 'already-auditing' : null;
}

/** The last moment of an audit that begins now. */
export function auditUntil(now: Instant, days: AuditDays): Instant {
  return now + days * DAY;
}
