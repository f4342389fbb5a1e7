import type { LoaderFunctionArgs } from '@remix-run/node';
import { found } from '#app/people/request.server.ts';
import { eventStream } from '#app/platform/event-stream.server.ts';
import { stageSignal } from '../queries/stage-signal.server.ts';
import { stageView } from '../queries/stage-view.server.ts';

/** The stage and the facilitator's phones hear of every press, and of ballots as they arrive. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { eventId } = found(stageView(context.portal, params.eventId ?? ''));
  return eventStream(request, `stage ${eventId}`, () => stageSignal(context.portal, eventId));
}
