import { and, asc, desc, eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { panelMember } from '#db/schema/assessment.ts';
import { panelHours } from '#db/schema/assessment-people.ts';

export type HoursRow = typeof panelHours.$inferSelect;

export function insertHours(tx: Tx, row: typeof panelHours.$inferInsert): void {
  tx.insert(panelHours).values(row).run();
}

export function findHours(tx: Tx, hoursId: Id): HoursRow | null {
  return tx.select().from(panelHours).where(eq(panelHours.id, hoursId)).get() ?? null;
}

/** What a member has written down, the latest day first. */
export function findHoursOf(tx: Tx, memberId: Id): HoursRow[] {
  return tx
    .select()
    .from(panelHours)
    .where(eq(panelHours.memberId, memberId))
    .orderBy(desc(panelHours.day), desc(panelHours.recordedAt), asc(panelHours.id))
    .all();
}

/** What everybody on a panel has written down, the earliest day first, with whose it is. */
export function findHoursOfPanel(tx: Tx, callId: Id): (HoursRow & { personId: Id })[] {
  return tx
    .select({ hours: panelHours, personId: panelMember.personId })
    .from(panelHours)
    .innerJoin(panelMember, eq(panelMember.id, panelHours.memberId))
    .where(eq(panelMember.callId, callId))
    .orderBy(asc(panelHours.day), asc(panelHours.recordedAt), asc(panelHours.id))
    .all()
    .map(({ hours, personId }) => ({ ...hours, personId }));
}

/** Only what nobody has answered: the database keeps the rest. */
export function removeHours(tx: Tx, hoursId: Id): void {
  tx.delete(panelHours)
    .where(and(eq(panelHours.id, hoursId), eq(panelHours.state, 'recorded')))
    .run();
}

export function answerHoursRow(
  tx: Tx,
  hoursId: Id,
  answered: { readonly state: 'confirmed' | 'refused'; readonly answer: string; readonly by: Id; readonly at: Instant },
): void {
  const { state, answer, by, at } = answered;
  tx.update(panelHours).set({ state, answer, answeredBy: by, answeredAt: at }).where(eq(panelHours.id, hoursId)).run();
}
