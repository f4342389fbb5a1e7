import { and, count, desc, eq, isNotNull, isNull, lte, max, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { accessCode, accessCodeUse, application, entryStop } from '#db/schema/application.ts';

export type AccessCodeRow = typeof accessCode.$inferSelect;
export type CountedCode = AccessCodeRow & { readonly uses: number; readonly drafts: number };

export function insertCode(tx: Tx, row: Omit<AccessCodeRow, 'revokedAt'>): void {
  tx.insert(accessCode)
    .values({ ...row, revokedAt: null })
    .run();
}

/** A code with how many applications came by it, and how many of them are still being written. */
export function findCodeByHash(tx: Tx, codeHash: string): CountedCode | null {
  return counted(tx).where(eq(accessCode.codeHash, codeHash)).groupBy(accessCode.id).get() ?? null;
}

export function findCode(tx: Tx, codeId: Id): AccessCodeRow | null {
  return tx.select().from(accessCode).where(eq(accessCode.id, codeId)).get() ?? null;
}

/** Newest first: one query, however many there are. */
export function findCodesOf(tx: Tx, callId: Id): CountedCode[] {
  return counted(tx)
    .where(eq(accessCode.callId, callId))
    .groupBy(accessCode.id)
    .orderBy(desc(accessCode.createdAt), desc(accessCode.id))
    .all();
}

export function countCodes(tx: Tx, callId: Id): number {
  return tx.select({ codes: count() }).from(accessCode).where(eq(accessCode.callId, callId)).get()?.codes ?? 0;
}

export function markRevoked(tx: Tx, codeId: Id, now: Instant): void {
  tx.update(accessCode)
    .set({ revokedAt: now })
    .where(and(eq(accessCode.id, codeId), isNull(accessCode.revokedAt)))
    .run();
}

export function hasUsed(tx: Tx, applicationId: Id, codeId: Id): boolean {
  const isIt = and(eq(accessCodeUse.applicationId, applicationId), eq(accessCodeUse.codeId, codeId));
  return tx.select({ codeId: accessCodeUse.codeId }).from(accessCodeUse).where(isIt).get() !== undefined;
}

export function insertUse(tx: Tx, codeId: Id, applicationId: Id, now: Instant): void {
  tx.insert(accessCodeUse).values({ codeId, applicationId, usedAt: now }).run();
}

const lateEnds = prepared((tx) =>
  tx
    .select({ applicationId: accessCodeUse.applicationId, until: max(accessCode.expiresAt) })
    .from(accessCodeUse)
    .innerJoin(accessCode, eq(accessCode.id, accessCodeUse.codeId))
    .where(and(isAmong(accessCodeUse.applicationId, 'applicationIds'), eq(accessCode.purpose, 'late')))
    .groupBy(accessCodeUse.applicationId)
    .prepare(),
);

/** Until when each of these applications may come late; those without such a code are missing. One query. */
export function lateUntilOf(tx: Tx, applicationIds: readonly Id[]): ReadonlyMap<Id, Instant> {
  const rows = lateEnds(tx).all({ applicationIds: listed(applicationIds) });
  return new Map(rows.flatMap(({ applicationId, until }) => (until === null ? [] : [[applicationId, until]])));
}

/** The same for one application; null for the window of its call. */
export function lateUntilFor(tx: Tx, applicationId: Id): Instant | null {
  return lateUntilOf(tx, [applicationId]).get(applicationId) ?? null;
}

const labelsUsed = prepared((tx) =>
  tx
    .select({ applicationId: accessCodeUse.applicationId, label: accessCode.label })
    .from(accessCodeUse)
    .innerJoin(accessCode, eq(accessCode.id, accessCodeUse.codeId))
    .where(isAmong(accessCodeUse.applicationId, 'applicationIds'))
    .prepare(),
);

/** By which codes these applications came: one query, however many. */
export function labelsOf(tx: Tx, applicationIds: readonly Id[]): { applicationId: Id; label: string }[] {
  return labelsUsed(tx).all({ applicationIds: listed(applicationIds) });
}

export type UseOfCode = {
  readonly codeId: Id;
  readonly applicationId: Id;
  readonly reference: string;
  /** Applications that were sent by this code altogether. */
  readonly sent: number;
};

/**
 * The first applications, in order of reference, that were sent by each code of a call: one query.
 *
 * @param hidden  applications that are left out
 * @param most    how many of each code
 */
export function findUsesOf(tx: Tx, callId: Id, hidden: readonly Id[], most: number): UseOfCode[] {
  const used = tx
    .select({
      codeId: accessCodeUse.codeId,
      applicationId: application.id,
      reference: application.reference,
      place: sql<number>`row_number() over (partition by ${accessCodeUse.codeId} order by ${application.reference})`.as(
        'place',
      ),
      sent: sql<number>`count(*) over (partition by ${accessCodeUse.codeId})`.as('sent'),
    })
    .from(accessCodeUse)
    .innerJoin(accessCode, eq(accessCode.id, accessCodeUse.codeId))
    .innerJoin(application, eq(application.id, accessCodeUse.applicationId))
    .where(
      and(
        eq(accessCode.callId, callId),
        isNotNull(application.submittedAt),
        sql`${application.id} not in (select value from json_each(${listed(hidden)}))`,
      ),
    )
    .as('used');
  return tx
    .select({ codeId: used.codeId, applicationId: used.applicationId, reference: used.reference, sent: used.sent })
    .from(used)
    .where(lte(used.place, most))
    .orderBy(used.reference)
    .all();
}

export function isStopped(tx: Tx, callId: Id): boolean {
  return tx.select().from(entryStop).where(eq(entryStop.callId, callId)).get() !== undefined;
}

export function insertStop(tx: Tx, callId: Id, now: Instant): void {
  tx.insert(entryStop).values({ callId, stoppedAt: now }).onConflictDoNothing().run();
}

function counted(tx: Tx) {
  return tx
    .select({
      id: accessCode.id,
      callId: accessCode.callId,
      purpose: accessCode.purpose,
      label: accessCode.label,
      codeHash: accessCode.codeHash,
      expiresAt: accessCode.expiresAt,
      usesMax: accessCode.usesMax,
      createdAt: accessCode.createdAt,
      createdBy: accessCode.createdBy,
      revokedAt: accessCode.revokedAt,
      uses: count(application.id),
      drafts: sql<number>`count(*) filter (where ${application.state} = 'draft')`,
    })
    .from(accessCode)
    .leftJoin(accessCodeUse, eq(accessCodeUse.codeId, accessCode.id))
    .leftJoin(application, eq(application.id, accessCodeUse.applicationId));
}
