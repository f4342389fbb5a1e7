import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, signedIn } from '#app/people/request.server.ts';
import { mediaResponse } from '../../application/queries/media-file.server.ts';
import { mayWatch } from '../queries/reading.server.ts';

/** A recording, for a panel member who may read its application at this moment. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const mediaId = params.mediaId ?? '';
  if (!mayWatch(portal, mediaId)) notFound();
  return mediaResponse(portal, mediaId, request);
}
