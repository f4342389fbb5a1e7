import { eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { callRemovedQuestion } from '#db/schema/call.ts';
import type { TakenOut } from '../rules/putting-back.ts';
import type { Question } from '../store.server.ts';

/** Keeps what was taken out of a draft last; what was kept before it is gone for good. */
export function keepRemoved(tx: Tx, callId: Id, removed: TakenOut<Question>, now: Instant): void {
  const row = { ...removed, removedAt: now };
  tx.insert(callRemovedQuestion)
    .values({ callId, ...row })
    .onConflictDoUpdate({ target: callRemovedQuestion.callId, set: row })
    .run();
}

export function findRemoved(tx: Tx, callId: Id): TakenOut<Question> | null {
  const row = tx.select().from(callRemovedQuestion).where(eq(callRemovedQuestion.callId, callId)).get();
  return row === undefined ? null : { question: row.question, position: row.position };
}

export function forgetRemoved(tx: Tx, callId: Id): void {
  tx.delete(callRemovedQuestion).where(eq(callRemovedQuestion.callId, callId)).run();
}
