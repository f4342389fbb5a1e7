import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { posterFrom } from '#app/platform/clean-picture.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { arrivalPath, measureFile, writeWhole } from '#app/platform/files.server.ts';
import { myRole } from '../queries/team.server.ts';
import { storedName } from '../rules/stored-names.ts';
import { mayEdit } from '../rules/team.ts';
import { findMedia } from '../store/media.server.ts';
import { findPoster, insertPoster } from '../store/recordings.server.ts';
import { findApplication } from '../store.server.ts';

/** A small picture from a browser is a tenth of this. */
const POSTER_BYTES_MAX = 2 * 1024 * 1024;

/** Keeps the frame that stands for a video until it plays, drawn anew; the first one stays. */
export async function keepPoster(
  context: Context,
  mediaId: Id,
  picture: Uint8Array,
): Promise<Outcome<'kept', 'not-found' | 'no-picture'>> {
  const found = findMedia(context.db, mediaId);
  const application = found === null ? null : findApplication(context.db, found.applicationId);
  if (found === null || application === null || !mayEdit(myRole(context, application))) return refused('not-found');
  if (found.kind !== 'video' || application.state !== 'draft') return refused('not-found');
  if (picture.byteLength > POSTER_BYTES_MAX) return refused('no-picture');
  return writePoster(context, mediaId, picture);
}

/** The same for a frame that this machine took by itself. */
export async function writePoster(
  context: Context,
  mediaId: Id,
  picture: Uint8Array | string,
): Promise<Outcome<'kept', 'not-found' | 'no-picture'>> {
  if (findPoster(context.db, mediaId) !== null) return done('kept');
  const drawn = await posterFrom(picture);
  if (drawn === null) return refused('no-picture');
  const name = storedName(mediaId, 'poster');
  const path = arrivalPath(context.env, name);
  await writeWhole(path, drawn);
  const measured = await measureFile(path);
  await context.files.keep(path, name);
  const kept = context.transact((tx) => {
    if (findMedia(tx, mediaId)?.kind !== 'video') return refused('not-found');
    insertPoster(tx, { mediaId, ...measured, madeAt: context.now });
    return done('kept' as const);
  });
  // Removed while we drew it: nobody will ask for it.
  if (!kept.ok) await context.files.remove(name);
  return kept;
}
