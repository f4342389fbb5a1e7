import { and, asc, desc, eq, isNull, max, or, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { prepared } from '#app/platform/prepared.server.ts';
import { panelMember } from '#db/schema/assessment.ts';
import { assignment, assignmentBatch } from '#db/schema/assessment-review.ts';
import type { Pair } from '../rules/assigning/assignment-facts.ts';

export type BatchRow = typeof assignmentBatch.$inferSelect;

const batchOfPanel = prepared((tx) =>
  tx
    .select({ id: assignmentBatch.id })
    .from(panelMember)
    .innerJoin(assignmentBatch, eq(assignmentBatch.callId, panelMember.callId))
    .where(eq(panelMember.id, sql.placeholder('memberId')))
    .limit(1)
    .prepare(),
);

const deskOf = prepared((tx) =>
  tx
    .select({ applicationId: assignment.applicationId })
    .from(assignment)
    .where(
      and(
        eq(assignment.memberId, sql.placeholder('memberId')),
        or(isNull(assignment.releasedAt), eq(assignment.releasedWhy, 'conflict')),
      ),
    )
    .prepare(),
);

/**
 * What was given to a member, as far as giving out is concerned: what a tie took off her desk is still among it,
 * because the tie itself says whether she may read on.
 *
 * @returns null where nothing was given out on her panel: then everybody reads everything
 */
export function assignedTo(tx: Tx, memberId: Id): ReadonlySet<Id> | null {
  if (batchOfPanel(tx).get({ memberId }) === undefined) return null;
  return new Set(
    deskOf(tx)
      .all({ memberId })
      .map(({ applicationId }) => applicationId),
  );
}

const desksOf = prepared((tx) =>
  tx
    .select({ memberId: assignment.memberId, applicationId: assignment.applicationId })
    .from(assignment)
    .innerJoin(assignmentBatch, eq(assignmentBatch.id, assignment.batchId))
    .where(and(eq(assignmentBatch.callId, sql.placeholder('callId')), isNull(assignment.releasedAt)))
    .orderBy(asc(assignment.applicationId), asc(assignment.memberId))
    .prepare(),
);

/** Everything that lies on the desks of a panel now, whether begun or done. */
export function givenOut(tx: Tx, callId: Id): Pair[] {
  return desksOf(tx).all({ callId });
}

/** When each member of a panel was last given something that is still on her desk. */
export function lastGiven(tx: Tx, callId: Id): ReadonlyMap<Id, Instant> {
  const rows = tx
    .select({ memberId: assignment.memberId, at: max(assignment.assignedAt) })
    .from(assignment)
    .innerJoin(assignmentBatch, eq(assignmentBatch.id, assignment.batchId))
    .where(and(eq(assignmentBatch.callId, callId), isNull(assignment.releasedAt)))
    .groupBy(assignment.memberId)
    .all();
  return new Map(rows.flatMap(({ memberId, at }) => (at === null ? [] : [[memberId, at] as const])));
}

const latestBatch = prepared((tx) =>
  tx
    .select()
    .from(assignmentBatch)
    .where(eq(assignmentBatch.callId, sql.placeholder('callId')))
    .orderBy(desc(assignmentBatch.madeAt), desc(assignmentBatch.id))
    .limit(1)
    .prepare(),
);

/** The last time that reviews were given out; null before the first. */
export function lastBatch(tx: Tx, callId: Id): BatchRow | null {
  return latestBatch(tx).get({ callId }) ?? null;
}

export function insertBatch(tx: Tx, row: BatchRow): void {
  tx.insert(assignmentBatch).values(row).run();
}

const assign = prepared((tx) =>
  tx
    .insert(assignment)
    .values({
      memberId: sql.placeholder('memberId'),
      applicationId: sql.placeholder('applicationId'),
      batchId: sql.placeholder('batchId'),
      assignedAt: sql.placeholder('at'),
    })
    .onConflictDoUpdate({
      target: [assignment.memberId, assignment.applicationId],
      set: {
        batchId: sql`excluded.batch_id`,
        assignedAt: sql`excluded.assigned_at`,
        releasedAt: null,
        releasedWhy: null,
      },
    })
    .prepare(),
);

/** Puts applications on desks; what was taken from one before can come back to it. */
export function assignAll(tx: Tx, batchId: Id, pairs: readonly Pair[], at: Instant): void {
  const insert = assign(tx);
  for (const { memberId, applicationId } of pairs) insert.run({ memberId, applicationId, batchId, at });
}

export function release(tx: Tx, pairs: readonly Pair[], why: 'left' | 'taken-back', at: Instant): void {
  for (const { memberId, applicationId } of pairs) {
    tx.update(assignment)
      .set({ releasedAt: at, releasedWhy: why })
      .where(and(eq(assignment.memberId, memberId), eq(assignment.applicationId, applicationId)))
      .run();
  }
}
