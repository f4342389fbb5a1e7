import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, signedIn } from '#app/people/request.server.ts';
import { mediaPartResponse } from '../../application/queries/media-file.server.ts';
import { mayWatch } from '../queries/reading.server.ts';

/** The poster or the captions of a recording, for a panel member who may read its application at this moment. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { mediaId = '', part = '' } = params;
  if (!mayWatch(portal, mediaId)) notFound();
  return mediaPartResponse(portal, mediaId, part, request, { onlyApproved: true });
}
