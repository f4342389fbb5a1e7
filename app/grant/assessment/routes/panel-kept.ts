import type { LoaderFunctionArgs } from '@remix-run/node';
import { signedIn } from '#app/people/request.server.ts';
import { scriptFiles } from '#app/platform/scripts.server.ts';
import { offlineOffer } from '../queries/offline-offer.server.ts';

/** Of a sheet and of a queue, with all that they import. */
const SCRIPTS = ['page', 'leave-nothing', 'autosave', 'score-sheet', 'kept-pages'];

/** What the signed-in person's phone may keep: asked at each visit, and whatever is not in it goes. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const scripts = [...new Set(SCRIPTS.flatMap(scriptFiles))].map((file) => `/${file}`);
  return Response.json({ ...offlineOffer(portal), build: [portal.language, ...scripts].join(' '), scripts });
}
