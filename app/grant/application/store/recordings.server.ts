import { and, asc, eq, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { media } from '#db/schema/application.ts';
import { mediaCopy, mediaPoster, mediaText } from '#db/schema/application-recordings.ts';

type Media = typeof media.$inferSelect;
export type MediaCopy = typeof mediaCopy.$inferSelect;
export type MediaPoster = typeof mediaPoster.$inferSelect;
export type MediaText = typeof mediaText.$inferSelect;

/** These recordings and files, whatever became of them: one query however many. */
export function findMediaAmong(tx: Tx, mediaIds: readonly Id[]): Media[] {
  if (mediaIds.length === 0) return [];
  return tx
    .select()
    .from(media)
    .where(inArray(media.id, [...mediaIds]))
    .all();
}

export function insertCopy(tx: Tx, mediaId: Id, now: Instant): void {
  tx.insert(mediaCopy).values({ mediaId, state: 'waiting', percent: 0, tries: 0, stateAt: now }).run();
}

export function findCopy(tx: Tx, mediaId: Id): MediaCopy | null {
  return tx.select().from(mediaCopy).where(eq(mediaCopy.mediaId, mediaId)).get() ?? null;
}

const copiesOfMedia = prepared((tx) =>
  tx.select().from(mediaCopy).where(isAmong(mediaCopy.mediaId, 'mediaIds')).prepare(),
);

export function findCopies(tx: Tx, mediaIds: readonly Id[]): MediaCopy[] {
  return copiesOfMedia(tx).all({ mediaIds: listed(mediaIds) });
}

const unfinishedCopy = prepared((tx) =>
  tx
    .select()
    .from(mediaCopy)
    .where(
      and(
        inArray(mediaCopy.state, ['waiting', 'transcoding']),
        lte(sql`coalesce(${mediaCopy.tryAfter}, 0)`, sql.placeholder('now')),
      ),
    )
    .orderBy(asc(mediaCopy.stateAt), asc(mediaCopy.mediaId))
    .limit(1)
    .prepare(),
);

/** The one that has waited longest; one that is being made was cut off, when nobody is making any. */
export function findUnfinishedCopy(tx: Tx, now: Instant): MediaCopy | null {
  return unfinishedCopy(tx).get({ now }) ?? null;
}

export function beginCopy(tx: Tx, mediaId: Id, tries: number, now: Instant): void {
  tx.update(mediaCopy)
    .set({ state: 'transcoding', percent: 0, tries, stateAt: now })
    .where(eq(mediaCopy.mediaId, mediaId))
    .run();
}

/** Nothing was wrong with the recording: the try is not counted, and the next one waits. */
export function postponeCopy(tx: Tx, { mediaId, tries }: MediaCopy, now: Instant, tryAfter: Instant): void {
  tx.update(mediaCopy)
    .set({ state: 'waiting', percent: 0, tries, stateAt: now, tryAfter })
    .where(eq(mediaCopy.mediaId, mediaId))
    .run();
}

export function noteCopyPercent(tx: Tx, mediaId: Id, percent: number): void {
  tx.update(mediaCopy)
    .set({ percent })
    .where(and(eq(mediaCopy.mediaId, mediaId), eq(mediaCopy.state, 'transcoding'), lt(mediaCopy.percent, percent)))
    .run();
}

export function markCopyReady(
  tx: Tx,
  mediaId: Id,
  copy: { mime: string; bytes: number; sha256: string },
  now: Instant,
): void {
  tx.update(mediaCopy)
    .set({ ...copy, state: 'ready', percent: 100, stateAt: now })
    .where(eq(mediaCopy.mediaId, mediaId))
    .run();
}

/** The recording stays as it came. */
export function markCopyFailed(tx: Tx, mediaId: Id, now: Instant): void {
  tx.update(mediaCopy).set({ state: 'failed', percent: 0, stateAt: now }).where(eq(mediaCopy.mediaId, mediaId)).run();
}

/** Copies that were ready before a moment, and whose originals are still kept; the oldest first, some of them. */
export function findOldOriginals(tx: Tx, before: Instant, limit: number): Pick<Media, 'id' | 'storedName'>[] {
  return tx
    .select({ id: media.id, storedName: media.storedName })
    .from(mediaCopy)
    .innerJoin(media, eq(media.id, mediaCopy.mediaId))
    .where(and(eq(mediaCopy.state, 'ready'), isNull(mediaCopy.originalGoneAt), lt(mediaCopy.stateAt, before)))
    .orderBy(asc(mediaCopy.stateAt))
    .limit(limit)
    .all();
}

export function markOriginalGone(tx: Tx, mediaId: Id, now: Instant): void {
  tx.update(mediaCopy).set({ originalGoneAt: now }).where(eq(mediaCopy.mediaId, mediaId)).run();
}

/** Recordings from before there was a program to copy them with. */
export function insertMissingCopies(tx: Tx, now: Instant): void {
  tx.run(sql`insert into media_copy (media_id, state, percent, tries, state_at)
    select id, 'waiting', 0, 0, ${now} from ${media}
    where state = 'ready' and kind <> 'file' and id not in (select media_id from media_copy)`);
}

export function insertPoster(tx: Tx, poster: MediaPoster): void {
  tx.insert(mediaPoster).values(poster).onConflictDoNothing().run();
}

export function findPoster(tx: Tx, mediaId: Id): MediaPoster | null {
  return tx.select().from(mediaPoster).where(eq(mediaPoster.mediaId, mediaId)).get() ?? null;
}

const postersOfMedia = prepared((tx) =>
  tx
    .select({ mediaId: mediaPoster.mediaId })
    .from(mediaPoster)
    .where(isAmong(mediaPoster.mediaId, 'mediaIds'))
    .prepare(),
);

/** Which of these have a picture to stand for them. */
export function findPictured(tx: Tx, mediaIds: readonly Id[]): ReadonlySet<Id> {
  return new Set(
    postersOfMedia(tx)
      .all({ mediaIds: listed(mediaIds) })
      .map(({ mediaId }) => mediaId),
  );
}

const textsOfMedia = prepared((tx) =>
  tx.select().from(mediaText).where(isAmong(mediaText.mediaId, 'mediaIds')).prepare(),
);

export function findTexts(tx: Tx, mediaIds: readonly Id[]): MediaText[] {
  return textsOfMedia(tx).all({ mediaIds: listed(mediaIds) });
}

/** Recordings, each with whether the applicant still has to read what is written of it. */
export function withTextsOf<Row extends { readonly id: Id }>(
  tx: Tx,
  media: readonly Row[],
): (Row & { readonly hasUnapprovedText: boolean })[] {
  const texts =
    media.length === 0
      ? []
      : findTexts(
          tx,
          media.map(({ id }) => id),
        );
  return media.map((row) => ({
    ...row,
    hasUnapprovedText: texts.some(({ mediaId, approvedAt }) => mediaId === row.id && approvedAt === null),
  }));
}

export function findText(tx: Tx, mediaId: Id, kind: MediaText['kind']): MediaText | null {
  const isIt = and(eq(mediaText.mediaId, mediaId), eq(mediaText.kind, kind));
  return tx.select().from(mediaText).where(isIt).get() ?? null;
}

/** A changed text is nobody's approved one. */
export function writeText(tx: Tx, row: Omit<MediaText, 'approvedAt' | 'approvedBy'>): void {
  const { mediaId, kind, ...written } = row;
  tx.insert(mediaText)
    .values(row)
    .onConflictDoUpdate({
      target: [mediaText.mediaId, mediaText.kind],
      set: { ...written, approvedAt: null, approvedBy: null },
    })
    .run();
}

export function markTextApproved(tx: Tx, mediaId: Id, kind: MediaText['kind'], by: Id, now: Instant): void {
  tx.update(mediaText)
    .set({ approvedAt: now, approvedBy: by })
    .where(and(eq(mediaText.mediaId, mediaId), eq(mediaText.kind, kind)))
    .run();
}

export function deleteText(tx: Tx, mediaId: Id, kind: MediaText['kind']): void {
  tx.delete(mediaText)
    .where(and(eq(mediaText.mediaId, mediaId), eq(mediaText.kind, kind)))
    .run();
}
