import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, signedIn } from '#app/people/request.server.ts';
import { mediaPartResponse } from '../queries/media-file.server.ts';
import { mayWatchAsManager } from '../queries/staff-reading.server.ts';

/** The poster or the captions of a recording in a submitted application, for a manager of the partner. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { mediaId = '', part = '' } = params;
  if (!mayWatchAsManager(portal, mediaId)) notFound();
  return mediaPartResponse(portal, mediaId, part, request, { onlyApproved: true });
}
