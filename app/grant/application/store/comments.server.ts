import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { answerComment } from '#db/schema/application-team.ts';

export type CommentRow = typeof answerComment.$inferSelect;

/** Beside one question, oldest first. */
export function findComments(tx: Tx, applicationId: Id, questionId: Id): CommentRow[] {
  return tx
    .select()
    .from(answerComment)
    .where(and(eq(answerComment.applicationId, applicationId), eq(answerComment.questionId, questionId)))
    .orderBy(asc(answerComment.writtenAt), asc(answerComment.id))
    .all();
}

export function findComment(tx: Tx, commentId: Id): CommentRow | null {
  return tx.select().from(answerComment).where(eq(answerComment.id, commentId)).get() ?? null;
}

/** How many wait beside each question: one query. */
export function countOpenComments(tx: Tx, applicationId: Id): ReadonlyMap<Id, number> {
  const rows = tx
    .select({ questionId: answerComment.questionId, open: count() })
    .from(answerComment)
    .where(and(eq(answerComment.applicationId, applicationId), isNull(answerComment.resolvedAt)))
    .groupBy(answerComment.questionId)
    .all();
  return new Map(rows.map(({ questionId, open }) => [questionId, open]));
}

export function insertComment(tx: Tx, row: Omit<CommentRow, 'resolvedAt' | 'resolvedBy'>): void {
  tx.insert(answerComment).values(row).run();
}

/** @param by  null opens it again */
export function markResolved(tx: Tx, commentId: Id, by: Id | null, now: Instant): void {
  tx.update(answerComment)
    .set({ resolvedBy: by, resolvedAt: by === null ? null : now })
    .where(eq(answerComment.id, commentId))
    .run();
}
