import { and, eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { equalityDone, equalityRelease, equalityResponse } from '#db/schema/application-equality.ts';
import type { EqualityAnswers } from '../rules/equality-set.ts';

type EqualityRelease = typeof equalityRelease.$inferSelect;

export function isEqualityDone(tx: Tx, applicationId: Id): boolean {
  const row = tx.select().from(equalityDone).where(eq(equalityDone.applicationId, applicationId)).get();
  return row !== undefined;
}

/** @returns whether this was the first time: of two windows, one is done */
export function markEqualityDone(tx: Tx, applicationId: Id): boolean {
  return tx.insert(equalityDone).values({ applicationId }).onConflictDoNothing().run().changes === 1;
}

export function insertEqualityResponse(
  tx: Tx,
  row: { id: string; callId: Id; setVersion: string; answers: EqualityAnswers },
): void {
  tx.insert(equalityResponse).values(row).run();
}

/** @returns whether there was one of this call */
export function deleteEqualityResponse(tx: Tx, callId: Id, responseId: string): boolean {
  const isIt = and(eq(equalityResponse.id, responseId), eq(equalityResponse.callId, callId));
  return tx.delete(equalityResponse).where(isIt).run().changes === 1;
}

/** The figures of a call that were made, or null. */
export function findEqualityRelease(tx: Tx, callId: Id, setVersion: string): EqualityRelease | null {
  const isIt = and(eq(equalityRelease.callId, callId), eq(equalityRelease.setVersion, setVersion));
  return tx.select().from(equalityRelease).where(isIt).get() ?? null;
}

/** Made twice at once, they are made once. */
export function insertEqualityRelease(tx: Tx, row: EqualityRelease): void {
  tx.insert(equalityRelease).values(row).onConflictDoNothing().run();
}

/** The answers of a call to one set of questions, in no order that means anything. */
export function findEqualityAnswers(tx: Tx, callId: Id, setVersion: string): EqualityAnswers[] {
  const isOf = and(eq(equalityResponse.callId, callId), eq(equalityResponse.setVersion, setVersion));
  return tx
    .select({ answers: equalityResponse.answers })
    .from(equalityResponse)
    .where(isOf)
    .all()
    .map(({ answers }) => answers as EqualityAnswers);
}
