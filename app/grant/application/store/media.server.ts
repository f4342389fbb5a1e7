import { and, asc, eq, gte, inArray, ne, not, type SQL, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { application, media } from '#db/schema/application.ts';
import { mediaCopy, mediaPoster } from '#db/schema/application-recordings.ts';
import type { BytesHeld } from '../rules/media.ts';
import { ownerOfName, storedName } from '../rules/stored-names.ts';

export type Media = typeof media.$inferSelect;

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

/** What is ready in an application, by its question. */
export function findReadyOf(tx: Tx, applicationId: Id): ReadonlyMap<Id, Media> {
  const ready = findMediaOf(tx, applicationId).filter(({ state }) => state === 'ready');
  return new Map(ready.map((recording) => [recording.questionId, recording]));
}

export function insertMedia(
  tx: Tx,
  row: Pick<Media, 'id' | 'applicationId' | 'questionId' | 'fileName' | 'bytes' | 'sha256Given' | 'language'>,
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
  ready: Pick<Media, 'bytes' | 'sha256' | 'mime' | 'kind' | 'seconds' | 'storedName'>,
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

/** What is on its way since a moment: announced, and not here to its last byte. */
export function findArriving(tx: Tx, since: Instant): Media[] {
  return tx
    .select()
    .from(media)
    .where(and(eq(media.state, 'receiving'), gte(media.stateAt, since)))
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

/** Which of these names in the folder of arrivals belong to something that is still coming. */
export function knownArrivals(tx: Tx, names: readonly string[]): ReadonlySet<string> {
  const arriving = tx
    .select({ id: media.id })
    .from(media)
    .where(and(isOneOf(media.id, names.map(ownerOfName)), ne(media.state, 'ready')))
    .all();
  const ids = new Set(arriving.map(({ id }) => id));
  return new Set(names.filter((name) => ids.has(ownerOfName(name))));
}

/** Which of these names of kept files somebody has been given: their bytes will not be judged again. */
export function settledFiles(tx: Tx, names: readonly string[]): ReadonlySet<string> {
  const rows = tx
    .select({
      id: media.id,
      name: media.storedName,
      copied: mediaCopy.state,
      goneAt: mediaCopy.originalGoneAt,
      pictured: mediaPoster.mediaId,
    })
    .from(media)
    .leftJoin(mediaCopy, eq(mediaCopy.mediaId, media.id))
    .leftJoin(mediaPoster, eq(mediaPoster.mediaId, media.id))
    .where(and(isOneOf(media.id, names.map(ownerOfName)), eq(media.state, 'ready')))
    .all();
  const settled = rows.flatMap(({ id, name, copied, goneAt, pictured }) => [
    ...(name === null || goneAt !== null ? [] : [name]),
    ...(copied === 'ready' ? [storedName(id, 'copy')] : []),
    ...(pictured === null ? [] : [storedName(id, 'poster')]),
  ]);
  const asked = new Set(names);
  return new Set(settled.filter((name) => asked.has(name)));
}

/**
 * Which of these names of kept files belong to somebody: whatever part of a recording that is here or on its way. A
 * restored database may not know yet that a copy was made; it goes with its recording. An original that was deleted
 * and is still there is nobody's.
 */
export function knownKeptFiles(tx: Tx, names: readonly string[]): ReadonlySet<string> {
  const owners = tx
    .select({ id: media.id, goneAt: mediaCopy.originalGoneAt, name: media.storedName })
    .from(media)
    .leftJoin(mediaCopy, eq(mediaCopy.mediaId, media.id))
    .where(and(isOneOf(media.id, names.map(ownerOfName)), ne(media.state, 'rejected')))
    .all();
  const ids = new Set(owners.map(({ id }) => id));
  const gone = new Set(owners.flatMap(({ goneAt, name }) => (goneAt === null ? [] : [name])));
  return new Set(names.filter((name) => ids.has(ownerOfName(name)) && !gone.has(name)));
}

/** One variable however long the list: SQLite takes 32,766 in a statement, and a folder may hold more files. */
function isOneOf(column: AnySQLiteColumn, names: readonly string[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(names)}))`;
}
