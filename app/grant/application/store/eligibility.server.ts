import { and, asc, count, desc, eq, gt, ne, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { eligibilityBatch, eligibilityCheck, eligibilityLetter } from '#db/schema/application-eligibility.ts';
import { applicationListing } from '#db/schema/application-list.ts';

export type Check = typeof eligibilityCheck.$inferSelect;
export type Batch = typeof eligibilityBatch.$inferSelect;

/** Every check of an application, the latest first, with when the applicant was told of it. */
export function findChecks(tx: Tx, applicationId: Id): (Check & { toldAt: Instant | null })[] {
  return tx
    .select({ check: eligibilityCheck, toldAt: eligibilityLetter.toldAt })
    .from(eligibilityCheck)
    .leftJoin(eligibilityLetter, eq(eligibilityLetter.checkId, eligibilityCheck.id))
    .where(eq(eligibilityCheck.applicationId, applicationId))
    .orderBy(desc(eligibilityCheck.turn))
    .all()
    .map(({ check, toldAt }) => ({ ...check, toldAt }));
}

const latestOf = prepared((tx) =>
  tx
    .select({ check: eligibilityCheck })
    .from(applicationListing)
    .innerJoin(eligibilityCheck, eq(eligibilityCheck.id, applicationListing.checkId))
    .where(isAmong(applicationListing.applicationId, 'applicationIds'))
    .prepare(),
);

/** The check that counts, of each of these that has one: one query, however many. */
export function latestChecks(tx: Tx, applicationIds: readonly Id[]): ReadonlyMap<Id, Check> {
  const rows = latestOf(tx).all({ applicationIds: listed(applicationIds) });
  return new Map(rows.map(({ check }) => [check.applicationId, check]));
}

const toldOf = prepared((tx) =>
  tx
    .select({ check: eligibilityCheck })
    .from(eligibilityCheck)
    .innerJoin(eligibilityLetter, eq(eligibilityLetter.checkId, eligibilityCheck.id))
    .where(isAmong(eligibilityCheck.applicationId, 'applicationIds'))
    .orderBy(asc(eligibilityCheck.turn))
    .prepare(),
);

/** The check that each of these applicants heard of last: one query, however many. */
export function lastTold(tx: Tx, applicationIds: readonly Id[]): ReadonlyMap<Id, Check> {
  const rows = toldOf(tx).all({ applicationIds: listed(applicationIds) });
  return new Map(rows.map(({ check }) => [check.applicationId, check]));
}

const checkInsert = prepared((tx) =>
  tx
    .insert(eligibilityCheck)
    .values({
      id: sql.placeholder('id'),
      applicationId: sql.placeholder('applicationId'),
      turn: sql.placeholder('turn'),
      outcome: sql.placeholder('outcome'),
      reasons: sql.placeholder('reasons'),
      note: sql.placeholder('note'),
      batchId: sql.placeholder('batchId'),
      decidedBy: sql.placeholder('decidedBy'),
      decidedAt: sql.placeholder('decidedAt'),
    })
    .prepare(),
);

export function insertCheck(tx: Tx, row: Check): void {
  checkInsert(tx).run(row);
}

export function insertBatch(tx: Tx, row: Omit<Batch, 'undoneAt' | 'undone'>): void {
  tx.insert(eligibilityBatch).values(row).run();
}

export function findBatch(tx: Tx, batchId: Id): Batch | null {
  return tx.select().from(eligibilityBatch).where(eq(eligibilityBatch.id, batchId)).get() ?? null;
}

export function markUndone(tx: Tx, batchId: Id, undone: number, now: Instant): void {
  tx.update(eligibilityBatch).set({ undone, undoneAt: now }).where(eq(eligibilityBatch.id, batchId)).run();
}

/** The checks of a batch that still count, of applications still in the round, and that nobody was told of. */
export function findUndoable(tx: Tx, batchId: Id): Check[] {
  return tx
    .select({ check: eligibilityCheck })
    .from(eligibilityCheck)
    .innerJoin(applicationListing, eq(applicationListing.checkId, eligibilityCheck.id))
    .where(
      and(
        eq(eligibilityCheck.batchId, batchId),
        eq(applicationListing.state, 'submitted'),
        ne(applicationListing.letter, 'told'),
      ),
    )
    .all()
    .map(({ check }) => check);
}

const turnOf = prepared((tx) =>
  tx
    .select()
    .from(eligibilityCheck)
    .where(
      and(
        eq(eligibilityCheck.applicationId, sql.placeholder('applicationId')),
        eq(eligibilityCheck.turn, sql.placeholder('turn')),
      ),
    )
    .prepare(),
);

export function findCheckAt(tx: Tx, applicationId: Id, turn: number): Check | null {
  return turnOf(tx).get({ applicationId, turn }) ?? null;
}

const isWaiting = (callId: Id) =>
  and(
    eq(applicationListing.callId, callId),
    eq(applicationListing.letter, 'waiting'),
    eq(applicationListing.state, 'submitted'),
  );

/** How many letters wait in a call, by what was found. */
export function countWaiting(tx: Tx, callId: Id) {
  return tx
    .select({ eligibility: applicationListing.eligibility, count: count() })
    .from(applicationListing)
    .where(isWaiting(callId))
    .groupBy(applicationListing.eligibility)
    .all();
}

/** The letters that wait in a call, in the order of the list, from a place on. */
export function findWaiting(tx: Tx, callId: Id, from: number, limit: number) {
  return tx
    .select({
      place: applicationListing.place,
      applicationId: applicationListing.applicationId,
      checkId: applicationListing.checkId,
    })
    .from(applicationListing)
    .where(and(isWaiting(callId), gt(applicationListing.place, from)))
    .orderBy(asc(applicationListing.place))
    .limit(limit)
    .all();
}

const letterInsert = prepared((tx) =>
  tx
    .insert(eligibilityLetter)
    .values({
      checkId: sql.placeholder('checkId'),
      toldBy: sql.placeholder('toldBy'),
      toldAt: sql.placeholder('toldAt'),
    })
    .prepare(),
);

export function insertLetter(tx: Tx, row: typeof eligibilityLetter.$inferInsert): void {
  letterInsert(tx).run(row);
}
