import { and, eq, isNull } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { application } from '#db/schema/application.ts';
import { applicationHandover } from '#db/schema/application-team.ts';
import type { HandoverAnswer } from '../rules/handing-over.ts';

type HandoverRow = typeof applicationHandover.$inferSelect;

/** The one that waits for an answer. */
export function findOpenHandover(tx: Tx, applicationId: Id): HandoverRow | null {
  const isOpen = and(eq(applicationHandover.applicationId, applicationId), isNull(applicationHandover.answer));
  return tx.select().from(applicationHandover).where(isOpen).get() ?? null;
}

export function findHandover(tx: Tx, handoverId: Id): HandoverRow | null {
  return tx.select().from(applicationHandover).where(eq(applicationHandover.id, handoverId)).get() ?? null;
}

export function insertHandover(
  tx: Tx,
  row: Pick<HandoverRow, 'id' | 'applicationId' | 'fromId' | 'toId' | 'askedAt'>,
): void {
  tx.insert(applicationHandover).values(row).run();
}

export function answerHandover(tx: Tx, handoverId: Id, answer: HandoverAnswer, now: Instant): void {
  tx.update(applicationHandover).set({ answer, answeredAt: now }).where(eq(applicationHandover.id, handoverId)).run();
}

/** Only after an accepted handover (trigger). */
export function writeOwner(tx: Tx, applicationId: Id, ownerId: Id): void {
  tx.update(application).set({ applicantId: ownerId }).where(eq(application.id, applicationId)).run();
}
