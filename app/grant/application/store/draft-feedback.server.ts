import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { draftFeedback } from '#db/schema/application-help.ts';
import type { FeedbackComment, FeedbackLine } from '../rules/draft-feedback.ts';

export type Reading = typeof draftFeedback.$inferSelect;

export function insertReading(
  tx: Tx,
  row: { id: Id; applicationId: Id; askedBy: Id; askedAt: Instant; copy: readonly FeedbackLine[] },
): void {
  tx.insert(draftFeedback).values(row).run();
}

export function findReading(tx: Tx, readingId: Id): Reading | null {
  return tx.select().from(draftFeedback).where(eq(draftFeedback.id, readingId)).get() ?? null;
}

/** Every request of an application, newest first. */
export function findReadingsOf(tx: Tx, applicationId: Id): Reading[] {
  return tx
    .select()
    .from(draftFeedback)
    .where(eq(draftFeedback.applicationId, applicationId))
    .orderBy(desc(draftFeedback.askedAt))
    .all();
}

/** Comments go out and the copy is gone in one stroke. @returns false when somebody else was first, or it was taken back */
export function writeComments(
  tx: Tx,
  readingId: Id,
  comments: readonly FeedbackComment[],
  by: Id,
  now: Instant,
): boolean {
  const isOpen = and(
    eq(draftFeedback.id, readingId),
    isNull(draftFeedback.answeredAt),
    isNull(draftFeedback.takenBackAt),
  );
  return (
    tx.update(draftFeedback).set({ comments, answeredBy: by, answeredAt: now, copy: sql`null` }).where(isOpen).run()
      .changes === 1
  );
}

/** The consent ends: what was lent is gone. */
export function takeBackReadings(tx: Tx, applicationId: Id, now: Instant): void {
  const isOpen = and(
    eq(draftFeedback.applicationId, applicationId),
    isNull(draftFeedback.answeredAt),
    isNull(draftFeedback.takenBackAt),
  );
  tx.update(draftFeedback).set({ takenBackAt: now, copy: sql`null` }).where(isOpen).run();
}
