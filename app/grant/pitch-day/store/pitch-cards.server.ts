import { and, eq, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { pitch } from '#db/schema/pitch-day.ts';
import { pitchCard } from '#db/schema/pitch-day-card.ts';

export type PitchCardRow = typeof pitchCard.$inferSelect;

const cardsByApplication = prepared((tx) =>
  tx.select().from(pitchCard).where(isAmong(pitchCard.applicationId, 'applicationIds')).prepare(),
);

/** What these groups say of their pitches, shown or not; one query however many. */
export function findCards(tx: Tx, applicationIds: readonly Id[]): ReadonlyMap<Id, PitchCardRow> {
  const rows = cardsByApplication(tx).all({ applicationIds: listed(applicationIds) });
  return new Map(rows.map((row) => [row.applicationId, row]));
}

export function insertCard(tx: Tx, row: PitchCardRow): void {
  tx.insert(pitchCard).values(row).run();
}

/**
 * Compare-and-set.
 *
 * @param row  with its new revision, one more than the one that was seen
 * @returns    false when somebody has changed it since
 */
export function changeCard(tx: Tx, { applicationId, ...changes }: PitchCardRow): boolean {
  const changed = tx
    .update(pitchCard)
    .set(changes)
    .where(and(eq(pitchCard.applicationId, applicationId), eq(pitchCard.revision, changes.revision - 1)))
    .run();
  return changed.changes === 1;
}

const pitchByApplication = prepared((tx) =>
  tx
    .select({ eventId: pitch.eventId })
    .from(pitch)
    .where(eq(pitch.applicationId, sql.placeholder('applicationId')))
    .prepare(),
);

/** In the running order of which event an application is; null for none. */
export function eventOfPitch(tx: Tx, applicationId: Id): Id | null {
  return pitchByApplication(tx).get({ applicationId })?.eventId ?? null;
}
