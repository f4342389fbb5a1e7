import type { LoaderFunctionArgs } from '@remix-run/node';
import { found } from '#app/people/request.server.ts';
import { eventStream } from '#app/platform/event-stream.server.ts';
import { boothOf } from '../queries/booth.server.ts';
import { voteSignal } from '../queries/stage-signal.server.ts';

/** Phones that wait hear when the vote opens and closes. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { pollId } = found(boothOf(context.portal, params.pollId ?? ''));
  return eventStream(request, `vote ${pollId}`, () => voteSignal(context.portal, pollId));
}
