import type { LoaderFunctionArgs } from '@remix-run/node';
import { found, signedIn } from '#app/people/request.server.ts';
import { eventStream } from '#app/platform/event-stream.server.ts';
import { meetingSeat } from '../queries/meeting-seat.server.ts';
import { meetingSignal } from '../queries/meeting-signal.server.ts';

/** Members' phones hear that something moved in the meeting, and ask for their page. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { call } = found(meetingSeat(signedIn(context, request), params.callId ?? ''));
  return eventStream(request, `meeting ${call.id}`, () => meetingSignal(context.portal, call.id));
}
