import { and, eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { redaction } from '#db/schema/assessment-review.ts';

export type RedactionRow = typeof redaction.$inferSelect;

const redactionsOfApplications = prepared((tx) =>
  tx.select().from(redaction).where(isAmong(redaction.applicationId, 'applicationIds')).prepare(),
);

/** What is shown of the parts of these applications while names are hidden, where somebody has written it. */
export function redactionsOf(tx: Tx, applicationIds: readonly Id[]): RedactionRow[] {
  return redactionsOfApplications(tx).all({ applicationIds: listed(applicationIds) });
}

export function writeRedaction(tx: Tx, row: RedactionRow): void {
  const { text, writtenAt, writtenBy } = row;
  tx.insert(redaction)
    .values(row)
    .onConflictDoUpdate({
      target: [redaction.applicationId, redaction.part],
      set: { text, writtenAt, writtenBy },
    })
    .run();
}

/** From then on names are hidden by the portal again. */
export function deleteRedaction(tx: Tx, applicationId: Id, part: string): void {
  tx.delete(redaction)
    .where(and(eq(redaction.applicationId, applicationId), eq(redaction.part, part)))
    .run();
}
