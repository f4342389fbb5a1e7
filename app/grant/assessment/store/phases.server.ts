import { asc, eq, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { prepared } from '#app/platform/prepared.server.ts';
import { reviewPhase } from '#db/schema/assessment-review.ts';
import type { Phase } from '../rules/review-phases.ts';

export type PhaseRow = typeof reviewPhase.$inferSelect;

const phasesOfCall = prepared((tx) =>
  tx
    .select()
    .from(reviewPhase)
    .where(eq(reviewPhase.callId, sql.placeholder('callId')))
    .orderBy(asc(reviewPhase.startsAt))
    .prepare(),
);

/** The phases of a call, in their order. */
export function phasesOf(tx: Tx, callId: Id): PhaseRow[] {
  return phasesOfCall(tx).all({ callId });
}

/** The database refuses one that would be active with another. */
export function writePhase(tx: Tx, callId: Id, phase: Phase): void {
  const { id, ...planned } = phase;
  tx.insert(reviewPhase)
    .values({ id, callId, ...planned })
    .onConflictDoUpdate({ target: reviewPhase.id, set: planned })
    .run();
}

export function deletePhase(tx: Tx, phaseId: Id): void {
  tx.delete(reviewPhase).where(eq(reviewPhase.id, phaseId)).run();
}
