import type { LoaderFunctionArgs } from '@remix-run/node';
import { found, signedIn } from '#app/people/request.server.ts';
import { eventStream } from '#app/platform/event-stream.server.ts';
import { chairOf } from '../queries/chair.server.ts';
import { meetingSignal } from '../queries/meeting-signal.server.ts';

/** The chair's page and the wall of the room hear of every press, vote and change. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { call } = found(chairOf(signedIn(context, request), params.callId ?? '')).run;
  return eventStream(request, `meeting ${call.id}`, () => meetingSignal(context.portal, call.id));
}
