import { and, eq, isNull, or } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { draftMerge, draftMergeChoice } from '#db/schema/application-match-making.ts';
import type { MergeChoice, MergeEnd } from '../rules/merging.ts';

export type MergeRow = typeof draftMerge.$inferSelect;

export function findMerge(tx: Tx, mergeId: Id): MergeRow | null {
  return tx.select().from(draftMerge).where(eq(draftMerge.id, mergeId)).get() ?? null;
}

/** Those that an application takes part in and that have not ended. */
export function findOpenMerges(tx: Tx, applicationId: Id): MergeRow[] {
  const isPart = or(eq(draftMerge.intoId, applicationId), eq(draftMerge.fromId, applicationId));
  return tx
    .select()
    .from(draftMerge)
    .where(and(isPart, isNull(draftMerge.end)))
    .all();
}

export function insertMerge(tx: Tx, row: Pick<MergeRow, 'id' | 'intoId' | 'fromId' | 'offeredAt' | 'offeredBy'>): void {
  tx.insert(draftMerge).values(row).run();
}

export function markAgreed(tx: Tx, mergeId: Id, by: Id, now: Instant): void {
  tx.update(draftMerge).set({ agreedAt: now, agreedBy: by }).where(eq(draftMerge.id, mergeId)).run();
}

export function endMerge(tx: Tx, mergeId: Id, end: MergeEnd, by: Id, now: Instant): void {
  tx.update(draftMerge).set({ end, endedBy: by, endedAt: now }).where(eq(draftMerge.id, mergeId)).run();
}

export function insertMergeChoice(
  tx: Tx,
  row: { mergeId: Id; questionId: Id; choice: MergeChoice; textBefore: string },
): void {
  tx.insert(draftMergeChoice).values(row).run();
}
