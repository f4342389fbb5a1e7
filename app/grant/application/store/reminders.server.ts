import { and, asc, eq, gt, inArray, lt, lte, notExists } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { accessCode, accessCodeUse, application } from '#db/schema/application.ts';
import { applicationReminder } from '#db/schema/application-reminders.ts';
import type { ReminderKind } from '../rules/draft-reminders.ts';
import type { ApplicationState } from '../rules/state.ts';

type Draft = { readonly id: Id; readonly callId: Id; readonly createdAt: Instant };

const draft = { id: application.id, callId: application.callId, createdAt: application.createdAt };

/**
 * Drafts that close with their call, were begun before a moment and have neither this reminder nor the last one, in
 * order of their ids. A code for late entry gives a draft a closing of its own, and reminders of that.
 */
export function findDraftsWithout(
  tx: Tx,
  call: { readonly id: Id; readonly closesAt: Instant },
  kind: ReminderKind,
  begunBefore: Instant,
  limit: number,
): Draft[] {
  const laterCode = tx
    .select()
    .from(accessCodeUse)
    .innerJoin(accessCode, eq(accessCode.id, accessCodeUse.codeId))
    .where(
      and(
        eq(accessCodeUse.applicationId, application.id),
        eq(accessCode.purpose, 'late'),
        gt(accessCode.expiresAt, call.closesAt),
      ),
    );
  const isWritten = and(
    eq(applicationReminder.applicationId, application.id),
    inArray(applicationReminder.kind, [kind, 'two-days']),
  );
  return tx
    .select(draft)
    .from(application)
    .where(
      and(
        eq(application.callId, call.id),
        eq(application.state, 'draft'),
        lt(application.createdAt, begunBefore),
        notExists(tx.select().from(applicationReminder).where(isWritten)),
        notExists(laterCode),
      ),
    )
    .orderBy(asc(application.id))
    .limit(limit)
    .all();
}

/** Drafts that came by a code for late entry which ends after one moment and up to another. */
export function findLateDrafts(tx: Tx, after: Instant, upTo: Instant): Draft[] {
  return tx
    .selectDistinct(draft)
    .from(application)
    .innerJoin(accessCodeUse, eq(accessCodeUse.applicationId, application.id))
    .innerJoin(accessCode, eq(accessCode.id, accessCodeUse.codeId))
    .where(
      and(
        eq(application.state, 'draft'),
        eq(accessCode.purpose, 'late'),
        gt(accessCode.expiresAt, after),
        lte(accessCode.expiresAt, upTo),
      ),
    )
    .all();
}

/** The reminders that were written for each of these applications; those without any are missing. */
export function remindersOf(tx: Tx, applicationIds: readonly Id[]): ReadonlyMap<Id, ReminderKind[]> {
  if (applicationIds.length === 0) return new Map();
  const rows = tx
    .select()
    .from(applicationReminder)
    .where(inArray(applicationReminder.applicationId, [...applicationIds]))
    .all();
  const byApplication = Map.groupBy(rows, (row) => row.applicationId);
  return new Map(
    [...byApplication].map(([applicationId, written]) => [applicationId, written.map(({ kind }) => kind)]),
  );
}

/** Some of the applications of a call that were begun up to a moment, in order of their ids: those that come after one. */
export function findIdsOfCall(
  tx: Tx,
  callId: Id,
  which: {
    readonly states: readonly ApplicationState[];
    readonly begunBy: Instant;
    /** Empty to begin with the first. */
    readonly after: Id;
    readonly limit: number;
  },
): Id[] {
  const isOne = and(
    eq(application.callId, callId),
    inArray(application.state, [...which.states]),
    lte(application.createdAt, which.begunBy),
    gt(application.id, which.after),
  );
  return tx
    .select({ id: application.id })
    .from(application)
    .where(isOne)
    .orderBy(asc(application.id))
    .limit(which.limit)
    .all()
    .map(({ id }) => id);
}

export function insertReminder(tx: Tx, applicationId: Id, kind: ReminderKind, now: Instant): void {
  tx.insert(applicationReminder).values({ applicationId, kind, remindedAt: now }).run();
}
