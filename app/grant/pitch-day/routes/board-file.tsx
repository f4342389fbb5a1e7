import type { LoaderFunctionArgs } from '@remix-run/node';
import { found } from '#app/people/request.server.ts';
import { boardFile } from '../queries/published-board.server.ts';

/** The board as one file, for any program that wants to check it. Other sites may fetch it: it is public. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const file = found(boardFile(context.portal, params.pollId ?? ''));
  const headers = {
    ETag: file.etag,
    'Cache-Control': 'no-cache',
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  if (request.headers.get('If-None-Match') === file.etag) return new Response(null, { status: 304, headers });
  return new Response(inBytes(file.pieces()), {
    headers: {
      ...headers,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="board.json"',
    },
  });
}

/** As fast as the reader takes it. */
function inBytes(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  const utf8 = new TextEncoder();
  const iterator = pieces[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = iterator.next();
      if (done) controller.close();
      else controller.enqueue(utf8.encode(value));
    },
  });
}
