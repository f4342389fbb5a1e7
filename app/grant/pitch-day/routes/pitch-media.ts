import type { LoaderFunctionArgs } from '@remix-run/node';
import { found } from '#app/people/request.server.ts';
import { pitchMedia } from '../queries/pitch-media.server.ts';

/** What a group shows of its pitch, for everybody and without an account, for as long as the group says so. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { applicationId = '', part = '' } = params;
  return found(await pitchMedia(context.portal, applicationId, part, request));
}
