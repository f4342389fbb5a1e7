import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, signedIn } from '#app/people/request.server.ts';
import { mediaResponse } from '../queries/media-file.server.ts';
import { mayWatchAsManager } from '../queries/staff-reading.server.ts';

/** A recording in a submitted application, for a manager of the partner. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const mediaId = params.mediaId ?? '';
  if (!mayWatchAsManager(portal, mediaId)) notFound();
  return mediaResponse(portal, mediaId, request);
}
