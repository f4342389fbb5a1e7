import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { callReply } from '#db/schema/call.ts';

export type Reply = typeof callReply.$inferSelect;

export function insertReply(tx: Tx, row: Omit<Reply, 'removedAt'>): void {
  tx.insert(callReply)
    .values({ ...row, removedAt: null })
    .run();
}

export function findReply(tx: Tx, replyId: Id): Reply | null {
  return tx.select().from(callReply).where(eq(callReply.id, replyId)).get() ?? null;
}

/** As they were published; what was taken down is missing. */
export function findReplies(tx: Tx, callId: Id): Reply[] {
  return tx
    .select()
    .from(callReply)
    .where(and(eq(callReply.callId, callId), isNull(callReply.removedAt)))
    .orderBy(asc(callReply.publishedAt), asc(callReply.id))
    .all();
}

export function markReplyRemoved(tx: Tx, replyId: Id, now: Instant): void {
  tx.update(callReply).set({ removedAt: now }).where(eq(callReply.id, replyId)).run();
}
