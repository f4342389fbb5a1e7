import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { posterFrom } from '#app/platform/clean-picture.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { arrivalPath, measureFile, writeWhole } from '#app/platform/files.server.ts';
import { maySendPoster } from '../queries/uploads.server.ts';
import { storedName } from '../rules/stored-names.ts';
import { findMedia } from '../store/media.server.ts';
import { findPoster, insertPoster } from '../store/recordings.server.ts';

/** A small picture from a browser is a tenth of this. */
const POSTER_BYTES_MAX = 2 * 1024 * 1024;

type Kept = Promise<Outcome<'kept', 'not-found' | 'no-picture'>>;

/** Keeps the frame that stands for a video until it plays, drawn anew; the first one stays. */
export async function keepPoster(context: Context, mediaId: Id, picture: Uint8Array): Kept {
  const mayStill = () => maySendPoster(context, mediaId);
  if (!mayStill()) return refused('not-found');
  if (picture.byteLength > POSTER_BYTES_MAX) return refused('no-picture');
  return writePoster(context, mediaId, picture, mayStill);
}

/** What is being drawn in this process now. */
const underWay = new Map<Id, Kept>();

/**
 * The same for a frame that this machine took by itself. Two that come together are kept one after the other: the
 * second finds the first and leaves it, instead of writing other bytes under its name.
 *
 * @param mayStill  asked again once the picture is drawn
 */
export function writePoster(
  context: Context,
  mediaId: Id,
  picture: Uint8Array,
  mayStill: () => boolean = () => true,
): Kept {
  const before = underWay.get(mediaId)?.catch(() => undefined) ?? Promise.resolve();
  const kept: Kept = before
    .then(() => write(context, mediaId, picture, mayStill))
    .finally(() => {
      if (underWay.get(mediaId) === kept) underWay.delete(mediaId);
    });
  underWay.set(mediaId, kept);
  return kept;
}

async function write(context: Context, mediaId: Id, picture: Uint8Array, mayStill: () => boolean): Kept {
  if (findPoster(context.db, mediaId) !== null) return done('kept');
  const drawn = await posterFrom(picture);
  if (drawn === null) return refused('no-picture');
  const name = storedName(mediaId, 'poster');
  const path = arrivalPath(context.env, name);
  await writeWhole(path, drawn);
  const measured = await measureFile(path);
  await context.files.keep(path, name);
  const kept = context.transact((tx) => {
    if (findMedia(tx, mediaId)?.kind !== 'video' || !mayStill()) return refused('not-found');
    insertPoster(tx, { mediaId, ...measured, madeAt: context.now });
    return done('kept' as const);
  });
  // Removed while we drew it: nobody will ask for it.
  if (!kept.ok) await context.files.remove(name);
  return kept;
}
