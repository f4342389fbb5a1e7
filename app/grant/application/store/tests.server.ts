import { and, asc, eq, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { application } from '#db/schema/application.ts';
import type { Application } from '../store.server.ts';

const isTestOf = (callId: Id) => and(eq(application.callId, callId), sql`${application.reference} glob 'TEST-*'`);

/** The pretend applications of a draft call, in the order in which they were begun. */
export function findTests(tx: Tx, callId: Id): Application[] {
  return tx.select().from(application).where(isTestOf(callId)).orderBy(asc(application.createdAt)).all();
}

/** All of them with everything that hangs on them: a trigger takes answers and recordings along. */
export function deleteTests(tx: Tx, callId: Id): void {
  tx.delete(application).where(isTestOf(callId)).run();
}
