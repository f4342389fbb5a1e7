import { eq, max } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { panel, panelMember } from '#db/schema/assessment.ts';
import { panelReminder } from '#db/schema/assessment-people.ts';

/** When each member of a panel was last reminded; those who never were are missing. */
export function lastReminders(tx: Tx, callId: Id): ReadonlyMap<Id, Instant> {
  const rows = tx
    .select({ memberId: panelReminder.memberId, at: max(panelReminder.remindedAt) })
    .from(panelReminder)
    .innerJoin(panelMember, eq(panelMember.id, panelReminder.memberId))
    .where(eq(panelMember.callId, callId))
    .groupBy(panelReminder.memberId)
    .all();
  return new Map(rows.flatMap(({ memberId, at }) => (at === null ? [] : [[memberId, at] as const])));
}

/** @param by  null where the portal does it by itself */
export function insertReminders(tx: Tx, memberIds: readonly Id[], by: Id | null, at: Instant): void {
  for (const memberId of memberIds) tx.insert(panelReminder).values({ memberId, remindedAt: at, remindedBy: by }).run();
}

/** The calls whose panels score now. */
export function scoringCalls(tx: Tx): Id[] {
  return tx
    .select({ callId: panel.callId })
    .from(panel)
    .where(eq(panel.state, 'scoring'))
    .all()
    .map(({ callId }) => callId);
}
