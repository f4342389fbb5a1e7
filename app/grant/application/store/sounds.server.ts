import { and, eq, isNull } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { mediaSound } from '#db/schema/application-recordings.ts';

export type MediaSound = typeof mediaSound.$inferSelect;

export function findSound(tx: Tx, mediaId: Id): MediaSound | null {
  return tx.select().from(mediaSound).where(eq(mediaSound.mediaId, mediaId)).get() ?? null;
}

const silent = prepared((tx) =>
  tx
    .select({ mediaId: mediaSound.mediaId })
    .from(mediaSound)
    .where(and(isAmong(mediaSound.mediaId, 'mediaIds'), isNull(mediaSound.sha256)))
    .prepare(),
);

/** Which of these were found to have no sound. */
export function findSilent(tx: Tx, mediaIds: readonly Id[]): ReadonlySet<Id> {
  return new Set(
    silent(tx)
      .all({ mediaIds: listed(mediaIds) })
      .map(({ mediaId }) => mediaId),
  );
}

export function insertSound(tx: Tx, sound: MediaSound): void {
  tx.insert(mediaSound).values(sound).onConflictDoNothing().run();
}
