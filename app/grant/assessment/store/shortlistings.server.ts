import { eq, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { shortlisting } from '#db/schema/assessment.ts';

export type ShortlistingRow = typeof shortlisting.$inferSelect;

export function shortlistingsOf(tx: Tx, callId: Id): ShortlistingRow[] {
  return tx.select().from(shortlisting).where(eq(shortlisting.callId, callId)).all();
}

const shortlistingsByApplication = prepared((tx) =>
  tx.select().from(shortlisting).where(isAmong(shortlisting.applicationId, 'applicationIds')).prepare(),
);

export function findShortlistings(tx: Tx, applicationIds: readonly Id[]): ShortlistingRow[] {
  return shortlistingsByApplication(tx).all({ applicationIds: listed(applicationIds) });
}

const callsWithShortlist = prepared((tx) =>
  tx
    .selectDistinct({ callId: shortlisting.callId })
    .from(shortlisting)
    .where(isAmong(shortlisting.callId, 'callIds'))
    .prepare(),
);

/** Those of the calls whose manager has decided about any application. */
export function shortlistedCalls(tx: Tx, callIds: readonly Id[]): Id[] {
  return callsWithShortlist(tx)
    .all({ callIds: listed(callIds) })
    .map((row) => row.callId);
}

export function findShortlisting(tx: Tx, applicationId: Id): ShortlistingRow | null {
  return tx.select().from(shortlisting).where(eq(shortlisting.applicationId, applicationId)).get() ?? null;
}

const shortlistingInsert = prepared((tx) =>
  tx
    .insert(shortlisting)
    .values({
      applicationId: sql.placeholder('applicationId'),
      callId: sql.placeholder('callId'),
      decision: sql.placeholder('decision'),
      reason: sql.placeholder('reason'),
      nearly: sql.placeholder('nearly'),
      rank: sql.placeholder('rank'),
      meanMilli: sql.placeholder('meanMilli'),
      spreadMilli: sql.placeholder('spreadMilli'),
      sheets: sql.placeholder('sheets'),
      decidedBy: sql.placeholder('decidedBy'),
      decidedAt: sql.placeholder('decidedAt'),
    })
    .prepare(),
);

/** One by one: a single statement for a call of thousands would have more values than SQLite takes. */
export function insertShortlistings(tx: Tx, rows: readonly (typeof shortlisting.$inferInsert)[]): void {
  const insert = shortlistingInsert(tx);
  for (const row of rows) insert.run({ nearly: false, ...row });
}
