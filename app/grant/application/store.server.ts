import { and, asc, count, desc, eq, inArray, ne, not, type SQL, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { answer, application, media } from '#db/schema/application.ts';
import type { Details } from './rules/details.ts';
import type { BytesHeld } from './rules/media.ts';
import type { ApplicationState } from './rules/state.ts';

export type Application = typeof application.$inferSelect;
export type Answer = typeof answer.$inferSelect;
export type Media = typeof media.$inferSelect;

export function findApplication(tx: Tx, applicationId: Id): Application | null {
  return tx.select().from(application).where(eq(application.id, applicationId)).get() ?? null;
}

export function findDraft(tx: Tx, callId: Id, applicantId: Id): Application | null {
  const isTheirDraft = and(
    eq(application.callId, callId),
    eq(application.applicantId, applicantId),
    eq(application.state, 'draft'),
  );
  return tx.select().from(application).where(isTheirDraft).get() ?? null;
}

export function findApplicationsOf(tx: Tx, applicantId: Id): Application[] {
  return tx
    .select()
    .from(application)
    .where(eq(application.applicantId, applicantId))
    .orderBy(desc(application.createdAt), desc(application.id))
    .all();
}

export function findApplicationsOfCall(tx: Tx, callId: Id, states: readonly ApplicationState[]): Application[] {
  return tx
    .select()
    .from(application)
    .where(and(eq(application.callId, callId), inArray(application.state, [...states])))
    .orderBy(asc(application.reference))
    .all();
}

const applicationsById = prepared((tx) =>
  tx.select().from(application).where(isAmong(application.id, 'applicationIds')).prepare(),
);

export function findApplications(tx: Tx, applicationIds: readonly Id[]): Application[] {
  return applicationsById(tx).all({ applicationIds: listed(applicationIds) });
}

const countsByState = prepared((tx) =>
  tx
    .select({ callId: application.callId, state: application.state, count: count() })
    .from(application)
    .where(isAmong(application.callId, 'callIds'))
    .groupBy(application.callId, application.state)
    .prepare(),
);

/** How many applications of these calls are in each state; states that none is in are left out. */
export function countApplications(
  tx: Tx,
  callIds: readonly Id[],
): { callId: Id; state: ApplicationState; count: number }[] {
  return countsByState(tx).all({ callIds: listed(callIds) });
}

export function countDrafts(tx: Tx, callId: Id): number {
  const isDraft = and(eq(application.callId, callId), eq(application.state, 'draft'));
  return tx.select({ drafts: count() }).from(application).where(isDraft).get()?.drafts ?? 0;
}

export function isReferenceTaken(tx: Tx, reference: string): boolean {
  return tx.select().from(application).where(eq(application.reference, reference)).get() !== undefined;
}

export function insertDraft(
  tx: Tx,
  row: { id: Id; callId: Id; applicantId: Id; reference: string; now: Instant } & Details,
): void {
  const { now, ...rest } = row;
  tx.insert(application)
    .values({ ...rest, state: 'draft', createdAt: now, savedAt: now })
    .run();
}

export function writeDetails(tx: Tx, applicationId: Id, details: Details, revision: number, now: Instant): void {
  tx.update(application)
    .set({ ...details, detailsRevision: revision, savedAt: now })
    .where(eq(application.id, applicationId))
    .run();
}

export function markSubmitted(tx: Tx, applicationId: Id, now: Instant): void {
  tx.update(application).set({ state: 'submitted', submittedAt: now }).where(eq(application.id, applicationId)).run();
}

export function markSettled(tx: Tx, applicationId: Id, now: Instant): void {
  tx.update(application).set({ settledAt: now }).where(eq(application.id, applicationId)).run();
}

export function markWithdrawn(tx: Tx, applicationId: Id, reason: string | null, now: Instant): void {
  tx.update(application)
    .set({ state: 'withdrawn', withdrawnAt: now, withdrawnReason: reason })
    .where(eq(application.id, applicationId))
    .run();
}

export function findAnswers(tx: Tx, applicationId: Id): Answer[] {
  return tx.select().from(answer).where(eq(answer.applicationId, applicationId)).all();
}

export function findAnswer(tx: Tx, applicationId: Id, questionId: Id): Answer | null {
  const isIt = and(eq(answer.applicationId, applicationId), eq(answer.questionId, questionId));
  return tx.select().from(answer).where(isIt).get() ?? null;
}

export function writeAnswer(tx: Tx, row: Answer): void {
  const { text, words, revision, savedAt } = row;
  tx.insert(answer)
    .values(row)
    .onConflictDoUpdate({
      target: [answer.applicationId, answer.questionId],
      set: { text, words, revision, savedAt },
    })
    .run();
  tx.update(application).set({ savedAt }).where(eq(application.id, row.applicationId)).run();
}

/** Words written per application: one query however long the list. */
export function wordsByApplication(tx: Tx, applicationIds: readonly Id[]): ReadonlyMap<Id, number> {
  const rows = tx
    .select({ applicationId: answer.applicationId, words: sql<number>`sum(${answer.words})` })
    .from(answer)
    .where(inArray(answer.applicationId, [...applicationIds]))
    .groupBy(answer.applicationId)
    .all();
  return new Map(rows.map((row) => [row.applicationId, row.words]));
}

/** Seconds of finished recordings per application: one query however long the list. */
export function secondsByApplication(tx: Tx, applicationIds: readonly Id[]): ReadonlyMap<Id, number> {
  const rows = tx
    .select({ applicationId: media.applicationId, seconds: sql<number>`sum(${media.seconds})` })
    .from(media)
    .where(and(inArray(media.applicationId, [...applicationIds]), eq(media.state, 'ready')))
    .groupBy(media.applicationId)
    .all();
  return new Map(rows.map((row) => [row.applicationId, row.seconds]));
}

export function findMedia(tx: Tx, mediaId: Id): Media | null {
  return tx.select().from(media).where(eq(media.id, mediaId)).get() ?? null;
}

export function findMediaOf(tx: Tx, applicationId: Id): Media[] {
  return tx
    .select()
    .from(media)
    .where(eq(media.applicationId, applicationId))
    .orderBy(asc(media.createdAt), asc(media.id))
    .all();
}

export function insertMedia(
  tx: Tx,
  row: Pick<Media, 'id' | 'applicationId' | 'questionId' | 'fileName' | 'bytes' | 'sha256Given'>,
  now: Instant,
): void {
  tx.insert(media)
    .values({ ...row, state: 'receiving', createdAt: now, stateAt: now })
    .run();
}

/**
 * @param bytes  as counted, once they were; without it what was announced stays
 * @returns      false when the recording is no longer in the state it was in
 */
export function moveMedia(
  tx: Tx,
  mediaId: Id,
  from: Media['state'],
  to: Media['state'],
  now: Instant,
  bytes?: number,
): boolean {
  const moved = tx
    .update(media)
    .set({ state: to, stateAt: now, ...(bytes === undefined ? {} : { bytes }) })
    .where(and(eq(media.id, mediaId), eq(media.state, from)))
    .run();
  return (moved as unknown as { changes: number }).changes === 1;
}

export function markMediaReady(
  tx: Tx,
  mediaId: Id,
  ready: { bytes: number; sha256: string; mime: string; seconds: number; storedName: string },
  now: Instant,
): void {
  tx.update(media)
    .set({ ...ready, state: 'ready', stateAt: now })
    .where(eq(media.id, mediaId))
    .run();
}

export function markMediaRejected(tx: Tx, mediaId: Id, bytes: number, reason: string, now: Instant): void {
  tx.update(media)
    .set({ bytes, state: 'rejected', rejectedReason: reason, stateAt: now })
    .where(eq(media.id, mediaId))
    .run();
}

export function deleteMedia(tx: Tx, mediaIds: readonly Id[]): void {
  if (mediaIds.length > 0) tx.delete(media).where(isOneOf(media.id, mediaIds)).run();
}

export function findMediaInStates(tx: Tx, states: readonly Media['state'][]): Media[] {
  return tx
    .select()
    .from(media)
    .where(inArray(media.state, [...states]))
    .all();
}

/** What one person's recordings take up, without those to this question: a new one replaces them. */
export function bytesHeldBy(tx: Tx, applicantId: Id, arriving: { applicationId: Id; questionId: Id }): BytesHeld {
  const isReplaced = and(
    eq(media.applicationId, arriving.applicationId),
    eq(media.questionId, arriving.questionId),
  ) as SQL;
  const held = tx
    .select({
      application: sql<number>`coalesce(sum(${media.bytes}) filter (where ${media.applicationId} = ${arriving.applicationId}), 0)`,
      person: sql<number>`coalesce(sum(${media.bytes}), 0)`,
    })
    .from(media)
    .innerJoin(application, eq(application.id, media.applicationId))
    // Of a rejected recording only the reason is left.
    .where(and(eq(application.applicantId, applicantId), ne(media.state, 'rejected'), not(isReplaced)))
    .get();
  return held ?? { application: 0, person: 0 };
}

/** Which of these names in the folder of arrivals belong to a recording that is still coming. */
export function knownArrivals(tx: Tx, names: readonly string[]): ReadonlySet<string> {
  const arriving = tx
    .select({ name: media.id })
    .from(media)
    .where(and(isOneOf(media.id, names), ne(media.state, 'ready')))
    .all();
  return new Set(arriving.map(({ name }) => name));
}

/** Which of these names in the folder of kept files belong to a recording, or to one that was kept a moment ago. */
export function knownKeptFiles(tx: Tx, names: readonly string[]): ReadonlySet<string> {
  const kept = tx.select({ name: media.storedName }).from(media).where(isOneOf(media.storedName, names)).all();
  const named = kept.flatMap(({ name }) => (name === null ? [] : [name]));
  return new Set([...named, ...knownArrivals(tx, names)]);
}

/** One variable however long the list: SQLite takes 32,766 in a statement, and a folder may hold more files. */
function isOneOf(column: AnySQLiteColumn, names: readonly string[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(names)}))`;
}
