import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { notFound, signedIn } from '#app/people/request.server.ts';
import { keepPoster } from '../commands/keep-poster.server.ts';
import { copyProgress, mediaPartResponse } from '../queries/media-file.server.ts';
import { maySendPoster, mayWatchOwn } from '../queries/uploads.server.ts';

/** The poster or the captions of an applicant's own recording, or how far its copy is. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { mediaId = '', part = '' } = params;
  if (!mayWatchOwn(portal, mediaId)) notFound();
  if (part === 'progress') {
    return Response.json(copyProgress(portal, mediaId), { headers: { 'Cache-Control': 'no-store' } });
  }
  return mediaPartResponse(portal, mediaId, part, request, { onlyApproved: false });
}

/** The poster, as the browser that sends the video took it from it. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { mediaId = '', part = '' } = params;
  if (part !== 'poster' || !maySendPoster(portal, mediaId)) notFound();
  const sent = (await request.formData()).get('poster');
  const picture = sent instanceof Blob ? await sent.arrayBuffer() : new ArrayBuffer(0);
  const kept = await keepPoster(portal, mediaId, new Uint8Array(picture));
  if (!kept.ok && kept.reason === 'not-found') notFound();
  return new Response(null, { status: kept.ok ? 204 : 422 });
}
