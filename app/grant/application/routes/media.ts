import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, signedIn } from '#app/people/request.server.ts';
import { mediaResponse } from '../queries/media-file.server.ts';
import { mayWatchOwn } from '../queries/uploads.server.ts';

/** An applicant's own recording. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const mediaId = params.mediaId ?? '';
  if (!mayWatchOwn(portal, mediaId)) notFound();
  return mediaResponse(portal, mediaId, request);
}
