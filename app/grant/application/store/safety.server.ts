import { and, asc, eq, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { application } from '#db/schema/application.ts';
import { applicationSafety, hiddenFrom, hiddenFromAnswer, publicNameOnPaper } from '#db/schema/application-safety.ts';

export type SafetyRow = typeof applicationSafety.$inferSelect;
export type HiddenRow = typeof hiddenFrom.$inferSelect;
export type HiddenAnswerRow = typeof hiddenFromAnswer.$inferSelect;

const safetyByApplication = prepared((tx) =>
  tx.select().from(applicationSafety).where(isAmong(applicationSafety.applicationId, 'applicationIds')).prepare(),
);

/** Those of the applications that have any setting: one query however many. */
export function findSafety(tx: Tx, applicationIds: readonly Id[]): ReadonlyMap<Id, SafetyRow> {
  const rows = safetyByApplication(tx).all({ applicationIds: listed(applicationIds) });
  return new Map(rows.map((row) => [row.applicationId, row]));
}

export function writeSafety(tx: Tx, row: SafetyRow): void {
  const { applicationId, ...settings } = row;
  tx.insert(applicationSafety)
    .values(row)
    .onConflictDoUpdate({ target: applicationSafety.applicationId, set: settings })
    .run();
}

export function isNameOnPaper(tx: Tx, applicationId: Id): boolean {
  const row = tx.select().from(publicNameOnPaper).where(eq(publicNameOnPaper.applicationId, applicationId)).get();
  return row !== undefined;
}

export function insertNameOnPaper(tx: Tx, applicationId: Id, name: string, now: Instant): void {
  tx.insert(publicNameOnPaper).values({ applicationId, name, printedAt: now }).onConflictDoNothing().run();
}

export function deleteNamesOnPaper(tx: Tx, applicationIds: readonly Id[]): void {
  tx.delete(publicNameOnPaper)
    .where(sql`${publicNameOnPaper.applicationId} in (select value from json_each(${listed(applicationIds)}))`)
    .run();
}

const hiddenByApplication = prepared((tx) =>
  tx
    .select()
    .from(hiddenFrom)
    .where(isAmong(hiddenFrom.applicationId, 'applicationIds'))
    .orderBy(asc(hiddenFrom.addedAt), asc(hiddenFrom.id))
    .prepare(),
);

/** Everybody who is named on these applications: one query however many. */
export function findHiddenFrom(tx: Tx, applicationIds: readonly Id[]): HiddenRow[] {
  return hiddenByApplication(tx).all({ applicationIds: listed(applicationIds) });
}

export function findHidden(tx: Tx, hiddenId: Id): HiddenRow | null {
  return tx.select().from(hiddenFrom).where(eq(hiddenFrom.id, hiddenId)).get() ?? null;
}

export function insertHidden(tx: Tx, row: HiddenRow): void {
  tx.insert(hiddenFrom).values(row).run();
}

export function deleteHidden(tx: Tx, hiddenId: Id): void {
  tx.delete(hiddenFrom).where(eq(hiddenFrom.id, hiddenId)).run();
}

/** Begins with who is named: a call has thousands of applications, and of them few name anybody. */
const hiddenOfCall = prepared((tx) =>
  tx
    .select({
      id: hiddenFrom.id,
      applicationId: hiddenFrom.applicationId,
      kind: hiddenFrom.kind,
      name: hiddenFrom.name,
      email: hiddenFrom.email,
      addedAt: hiddenFrom.addedAt,
      addedBy: hiddenFrom.addedBy,
    })
    .from(hiddenFrom)
    .crossJoin(application)
    .where(and(eq(application.id, hiddenFrom.applicationId), eq(application.callId, sql.placeholder('callId'))))
    .orderBy(asc(hiddenFrom.addedAt), asc(hiddenFrom.id))
    .prepare(),
);

/** Everybody who is named on an application of a call: one query. */
export function findHiddenOfCall(tx: Tx, callId: Id): HiddenRow[] {
  return hiddenOfCall(tx).all({ callId });
}

const answersByHidden = prepared((tx) =>
  tx.select().from(hiddenFromAnswer).where(isAmong(hiddenFromAnswer.hiddenFromId, 'hiddenIds')).prepare(),
);

/** What staff have answered about these entries: one query, none when there is no entry. */
export function findHiddenAnswers(tx: Tx, hiddenIds: readonly Id[]): HiddenAnswerRow[] {
  return hiddenIds.length === 0 ? [] : answersByHidden(tx).all({ hiddenIds: listed(hiddenIds) });
}

export function writeHiddenAnswer(tx: Tx, row: HiddenAnswerRow): void {
  const { isSame, answeredBy, answeredAt } = row;
  tx.insert(hiddenFromAnswer)
    .values(row)
    .onConflictDoUpdate({
      target: [hiddenFromAnswer.hiddenFromId, hiddenFromAnswer.personId],
      set: { isSame, answeredBy, answeredAt },
    })
    .run();
}
