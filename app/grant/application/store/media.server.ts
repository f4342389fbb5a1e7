import { and, asc, eq, exists, gte, inArray, isNull, lt, ne, not, type SQL, sql } from 'drizzle-orm';
import { type AnySQLiteColumn, alias } from 'drizzle-orm/sqlite-core';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { application, media } from '#db/schema/application.ts';
import { mediaCopy, mediaPoster, mediaSound } from '#db/schema/application-recordings.ts';
import { applicationReopening, reopenedPart } from '#db/schema/application-reopening.ts';
import type { BytesHeld } from '../rules/media.ts';
import { ownerOfName, storedName } from '../rules/stored-names.ts';

export type Media = typeof media.$inferSelect;

export function findMedia(tx: Tx, mediaId: Id): Media | null {
  return tx.select().from(media).where(eq(media.id, mediaId)).get() ?? null;
}

/** What stands in an application or comes into its draft; not what waits to be sent again, nor what stood before. */
export function findMediaOf(tx: Tx, applicationId: Id): Media[] {
  return mediaWhere(tx, and(eq(media.applicationId, applicationId), isNull(media.aside)));
}

/** What was recorded for reopened questions and was not sent, ready or on its way. */
export function findUnsentOf(tx: Tx, applicationId: Id): Media[] {
  return mediaWhere(tx, and(eq(media.applicationId, applicationId), eq(media.aside, 'unsent')));
}

/** What stood in a sent application before another recording took its place. */
export function findEarlierOf(tx: Tx, applicationId: Id): Media[] {
  return mediaWhere(tx, and(eq(media.applicationId, applicationId), eq(media.aside, 'earlier')));
}

/** Where a recording goes: a question of a draft, or one time that a question was reopened. */
export type Place = Pick<Media, 'applicationId' | 'questionId' | 'reopenedPartId'>;

/** What is at a place, ready or on its way: a new recording takes the place of it, and of nothing else. */
export function findMediaAt(tx: Tx, place: Place): Media[] {
  return mediaWhere(tx, isAt(place));
}

function isAt({ applicationId, questionId, reopenedPartId }: Place): SQL {
  const isSameTime = reopenedPartId === null ? isNull(media.reopenedPartId) : eq(media.reopenedPartId, reopenedPartId);
  return and(eq(media.applicationId, applicationId), eq(media.questionId, questionId), isSameTime) as SQL;
}

function mediaWhere(tx: Tx, isIt: SQL | undefined): Media[] {
  return tx.select().from(media).where(isIt).orderBy(asc(media.createdAt), asc(media.id)).all();
}

/** What is ready in an application, by its question. */
export function findReadyOf(tx: Tx, applicationId: Id): ReadonlyMap<Id, Media> {
  const ready = findMediaOf(tx, applicationId).filter(({ state }) => state === 'ready');
  return new Map(ready.map((recording) => [recording.questionId, recording]));
}

export function insertMedia(
  tx: Tx,
  row: Place & Pick<Media, 'id' | 'fileName' | 'bytes' | 'sha256Given' | 'language' | 'sentBy'>,
  now: Instant,
): void {
  const aside = row.reopenedPartId === null ? null : 'unsent';
  tx.insert(media)
    .values({ ...row, aside, state: 'receiving', createdAt: now, stateAt: now })
    .run();
}

/** Puts what was recorded for a reopened question in the place of what was sent before; that stays beside it. */
export function putInPlace(tx: Tx, { id, applicationId, questionId }: Media): void {
  const stands = and(
    eq(media.applicationId, applicationId),
    eq(media.questionId, questionId),
    eq(media.state, 'ready'),
    isNull(media.aside),
  );
  tx.update(media).set({ aside: 'earlier' }).where(stands).run();
  tx.update(media).set({ aside: null }).where(eq(media.id, id)).run();
}

/** What was recorded for a reopening that ended before a moment, and was never sent. */
export function findLeftUnsent(tx: Tx, before: Instant): Media[] {
  const endedAt = sql`coalesce(${applicationReopening.takenBackAt}, ${applicationReopening.untilAt})`;
  return tx
    .select({ media })
    .from(media)
    .innerJoin(reopenedPart, eq(reopenedPart.id, media.reopenedPartId))
    .innerJoin(applicationReopening, eq(applicationReopening.id, reopenedPart.reopeningId))
    .where(and(eq(media.aside, 'unsent'), inArray(media.state, ['ready', 'rejected']), lt(endedAt, before)))
    .all()
    .map((row) => row.media);
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

/**
 * What one person's recordings take up, without those at this place and without what stands where another one waits to be
 * sent again: that is replaced. What was replaced by one that was sent again is ours to keep, and nobody can remove it.
 */
export function bytesHeldBy(tx: Tx, applicantId: Id, arriving: Place): BytesHeld {
  const held = tx
    .select({
      application: sql<number>`coalesce(sum(${media.bytes}) filter (where ${media.applicationId} = ${arriving.applicationId}), 0)`,
      person: sql<number>`coalesce(sum(${media.bytes}), 0)`,
    })
    .from(media)
    .innerJoin(application, eq(application.id, media.applicationId))
    // Of a rejected recording only the reason is left.
    .where(
      and(
        eq(application.applicantId, applicantId),
        ne(media.state, 'rejected'),
        sql`${media.aside} is not 'earlier'`,
        not(isReplacedBy(arriving)),
        not(and(isNull(media.aside), isRecordedAnew(tx)) as SQL),
      ),
    )
    .get();
  return held ?? { application: 0, person: 0 };
}

function isReplacedBy(arriving: Place): SQL {
  if (arriving.reopenedPartId === null) return isAt(arriving);
  return and(eq(media.applicationId, arriving.applicationId), eq(media.questionId, arriving.questionId)) as SQL;
}

/** Whether it gives its place to another one as soon as that is sent again. */
function isRecordedAnew(tx: Tx): SQL {
  const anew = alias(media, 'anew');
  const isSamePlace = and(eq(anew.applicationId, media.applicationId), eq(anew.questionId, media.questionId));
  const isComing = and(eq(anew.aside, 'unsent'), ne(anew.state, 'rejected'));
  return exists(tx.select({ id: anew.id }).from(anew).where(and(isSamePlace, isComing)));
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
      sound: mediaSound.sha256,
    })
    .from(media)
    .leftJoin(mediaCopy, eq(mediaCopy.mediaId, media.id))
    .leftJoin(mediaPoster, eq(mediaPoster.mediaId, media.id))
    .leftJoin(mediaSound, eq(mediaSound.mediaId, media.id))
    .where(and(isOneOf(media.id, names.map(ownerOfName)), eq(media.state, 'ready')))
    .all();
  const settled = rows.flatMap(({ id, name, copied, goneAt, pictured, sound }) => [
    ...(name === null || goneAt !== null ? [] : [name]),
    ...(copied === 'ready' ? [storedName(id, 'copy')] : []),
    ...(pictured === null ? [] : [storedName(id, 'poster')]),
    ...(sound === null ? [] : [storedName(id, 'sound')]),
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
