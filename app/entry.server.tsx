import { PassThrough } from 'node:stream';
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';

const ABORT_AFTER_MS = 10_000;

/**
 * Renders the whole page before the first byte: pages here are small, a status must be right,
 * and without client scripts a half-streamed boundary would never be filled in.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { portal }: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    let finalStatus = status;
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      onAllReady() {
        const body = new PassThrough();
        headers.set('Content-Type', 'text/html; charset=utf-8');
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }));
        pipe(body);
        // Left running, this timer would pin every rendered tree in memory for ten seconds.
        clearTimeout(timer);
      },
      onShellError(error) {
        clearTimeout(timer);
        reject(error);
      },
      onError(error) {
        finalStatus = 500;
        portal.log.error({ path: new URL(request.url).pathname, error: String(error) }, 'a page could not be drawn');
      },
    });
    const timer = setTimeout(abort, ABORT_AFTER_MS);
  });
}
