import { and, asc, eq, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { scoresheet } from '#db/schema/assessment.ts';
import { blindCopy, sheetCopy } from '#db/schema/assessment-review.ts';

export type BlindCopyRow = typeof blindCopy.$inferSelect;

const copiesInForce = prepared((tx) =>
  tx
    .select()
    .from(blindCopy)
    .where(
      and(
        isAmong(blindCopy.applicationId, 'applicationIds'),
        sql`not exists (select 1 from blind_copy as later where later.application_id = ${blindCopy.applicationId}
          and later.version > ${blindCopy.version})`,
      ),
    )
    .prepare(),
);

/** The newest version of each of these applications' copies, where somebody has written one. */
export function copiesOf(tx: Tx, applicationIds: readonly Id[]): BlindCopyRow[] {
  return copiesInForce(tx).all({ applicationIds: listed(applicationIds) });
}

/** Every version of one application's copy, oldest first. */
export function versionsOf(tx: Tx, applicationId: Id): BlindCopyRow[] {
  return tx
    .select()
    .from(blindCopy)
    .where(eq(blindCopy.applicationId, applicationId))
    .orderBy(asc(blindCopy.version))
    .all();
}

/** Adds a version; the database wants them to follow each other. */
export function insertVersion(tx: Tx, row: BlindCopyRow): void {
  tx.insert(blindCopy).values(row).run();
}

const readBeside = prepared((tx) =>
  tx
    .select({ sheetId: sheetCopy.sheetId, version: sheetCopy.version, since: sheetCopy.since })
    .from(sheetCopy)
    .innerJoin(scoresheet, eq(scoresheet.id, sheetCopy.sheetId))
    .where(eq(scoresheet.applicationId, sql.placeholder('applicationId')))
    .orderBy(asc(sheetCopy.version))
    .prepare(),
);

/** Which versions lay beside which sheets about an application, the lowest first. */
export function sheetCopiesOf(tx: Tx, applicationId: Id): { sheetId: Id; version: number; since: Instant }[] {
  return readBeside(tx).all({ applicationId });
}

/** Writes down which version lay beside a sheet; the first time that it did counts. */
export function noteCopy(tx: Tx, row: { sheetId: Id; version: number; since: Instant }): void {
  tx.insert(sheetCopy).values(row).onConflictDoNothing().run();
}

const begun = prepared((tx) =>
  tx
    .select({ id: scoresheet.id })
    .from(scoresheet)
    .where(eq(scoresheet.applicationId, sql.placeholder('applicationId')))
    .limit(1)
    .prepare(),
);

/** Whether anybody has begun a sheet about an application. */
export function hasSheetBegun(tx: Tx, applicationId: Id): boolean {
  return begun(tx).get({ applicationId }) !== undefined;
}
