import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { prepared } from '#app/platform/prepared.server.ts';
import { panelMember } from '#db/schema/assessment.ts';
import { assignment, assignmentBatch } from '#db/schema/assessment-review.ts';

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
