import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, signedIn } from '#app/people/request.server.ts';
import { mediaPartResponse } from '../../application/queries/media-file.server.ts';
import { watchable } from '../queries/reading.server.ts';

/** The poster or the captions of a recording, for a panel member who may see it; to who only hears it no poster. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { mediaId = '', part = '' } = params;
  const may = watchable(portal, mediaId);
  if (may === null || (may === 'sound' && part !== 'captions')) notFound();
  return mediaPartResponse(portal, mediaId, part, request, { onlyApproved: true });
}
