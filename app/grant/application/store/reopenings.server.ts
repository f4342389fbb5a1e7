import { and, desc, eq, isNull, max, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { application } from '#db/schema/application.ts';
import { applicationReopening, reopenedPart } from '#db/schema/application-reopening.ts';
import type { Details } from '../rules/details.ts';

export type ReopeningRow = typeof applicationReopening.$inferSelect;
export type PartRow = typeof reopenedPart.$inferSelect;
export type ReopeningWithParts = ReopeningRow & { readonly parts: readonly PartRow[] };

const reopeningsOf = prepared((tx) =>
  tx
    .select()
    .from(applicationReopening)
    .where(eq(applicationReopening.applicationId, sql.placeholder('applicationId')))
    .orderBy(desc(applicationReopening.reopenedAt), desc(applicationReopening.id))
    .prepare(),
);

const partsOf = prepared((tx) =>
  tx
    .select()
    .from(reopenedPart)
    .where(isAmong(reopenedPart.reopeningId, 'reopeningIds'))
    // As they were named: the details, then the questions in their order.
    .orderBy(sql`rowid`)
    .prepare(),
);

/** Newest first, each with its parts: one query where there was none, two where there was. */
export function findReopenings(tx: Tx, applicationId: Id): ReopeningWithParts[] {
  const rows = reopeningsOf(tx).all({ applicationId });
  if (rows.length === 0) return [];
  const parts = partsOf(tx).all({ reopeningIds: listed(rows.map(({ id }) => id)) });
  return rows.map((row) => ({ ...row, parts: parts.filter(({ reopeningId }) => reopeningId === row.id) }));
}

const reopeningsAmong = prepared((tx) =>
  tx.select().from(applicationReopening).where(isAmong(applicationReopening.applicationId, 'applicationIds')).prepare(),
);

/** Every reopening of these applications, without its parts. */
export function findReopenedAmong(tx: Tx, applicationIds: readonly Id[]): ReopeningRow[] {
  return reopeningsAmong(tx).all({ applicationIds: listed(applicationIds) });
}

export function findReopening(tx: Tx, reopeningId: Id): ReopeningRow | null {
  return tx.select().from(applicationReopening).where(eq(applicationReopening.id, reopeningId)).get() ?? null;
}

type NewReopening = Pick<ReopeningRow, 'id' | 'applicationId' | 'reason' | 'untilAt' | 'reopenedAt' | 'reopenedBy'>;
type NewPart = Pick<PartRow, 'id' | 'questionId' | 'detail' | 'before' | 'words'>;

export function insertReopening(tx: Tx, row: NewReopening, parts: readonly NewPart[]): void {
  tx.insert(applicationReopening).values(row).run();
  for (const part of parts) {
    tx.insert(reopenedPart)
      .values({ ...part, reopeningId: row.id, text: part.before, revision: 0, savedAt: null })
      .run();
  }
}

export function writePart(tx: Tx, partId: Id, written: Pick<PartRow, 'text' | 'words' | 'revision' | 'savedAt'>): void {
  tx.update(reopenedPart).set(written).where(eq(reopenedPart.id, partId)).run();
}

export function countDetailsSave(tx: Tx, reopeningId: Id, detailsRevision: number): void {
  tx.update(applicationReopening).set({ detailsRevision }).where(eq(applicationReopening.id, reopeningId)).run();
}

/** The moment of the save is what the database judges a change of a sent application by. */
export function writeReopenedDetails(tx: Tx, applicationId: Id, details: Details, now: Instant): void {
  const { groupName, title, oneLine, theme, city, amountMinor, moneyHolder, hostName } = details;
  tx.update(application)
    .set({ groupName, title, oneLine, theme, city, amountMinor, moneyHolder, hostName, savedAt: now })
    .where(eq(application.id, applicationId))
    .run();
}

export function markSentAgain(tx: Tx, reopeningId: Id, now: Instant): void {
  tx.update(applicationReopening).set({ sentAt: now }).where(eq(applicationReopening.id, reopeningId)).run();
}

export function markReopeningTakenBack(tx: Tx, reopeningId: Id, now: Instant): void {
  tx.update(applicationReopening).set({ takenBackAt: now }).where(eq(applicationReopening.id, reopeningId)).run();
}

/** The latest end of what is reopened in a call and neither sent nor taken back; null when nothing ever was. */
export function reopenedUntil(tx: Tx, callId: Id): Instant | null {
  const isUnderWay = and(
    eq(application.callId, callId),
    eq(application.state, 'submitted'),
    isNull(applicationReopening.sentAt),
    isNull(applicationReopening.takenBackAt),
  );
  return (
    tx
      .select({ until: max(applicationReopening.untilAt) })
      .from(applicationReopening)
      .innerJoin(application, eq(application.id, applicationReopening.applicationId))
      .where(isUnderWay)
      .get()?.until ?? null
  );
}
