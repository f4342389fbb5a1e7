import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, signedIn } from '#app/people/request.server.ts';
import { makeSound } from '../../application/commands/make-sound.server.ts';
import { mediaResponse } from '../../application/queries/media-file.server.ts';
import { soundResponse } from '../../application/queries/sound-file.server.ts';
import { watchable } from '../queries/reading.server.ts';

/** A recording, or only its sound, for a panel member who may read its application at this moment. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const mediaId = params.mediaId ?? '';
  const may = watchable(portal, mediaId);
  if (may === null) notFound();
  if (may === 'all') return mediaResponse(portal, mediaId, request);
  await makeSound(portal, mediaId);
  // Making it took a moment: whatever came between counts.
  if (watchable(portal, mediaId) !== 'sound') notFound();
  return soundResponse(portal, mediaId, request);
}
