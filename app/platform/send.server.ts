import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';

/** Writes an answer out: pages whole and with their length, everything else as it comes. */
export async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (outgoing.destroyed || outgoing.headersSent) {
    // The reader left before the answer was ready: a telephone in a tunnel, half way through an upload.
    // Or had its answer already: its form was too long.
    await response.body?.cancel();
    return;
  }
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies);
  if (!outgoing.hasHeader('Cache-Control')) outgoing.setHeader('Cache-Control', 'no-store');
  if (response.body === null) {
    outgoing.end();
    return;
  }
  const encoding = encodingFor(incoming, response);
  if (encoding !== null) {
    outgoing.removeHeader('Content-Length');
    outgoing.setHeader('Content-Encoding', encoding);
    outgoing.appendHeader('Vary', 'Accept-Encoding');
  }
  if (typeOf(response).startsWith('text/html')) await sendWhole(response, encoding, outgoing);
  else await sendAsItComes(response.body, encoding, outgoing);
}

type Encoding = 'br' | 'gzip';

/** Pages and tables shrink to a quarter on their way to a phone; event streams and media must pass as they are. */
function encodingFor(incoming: IncomingMessage, response: Response): Encoding | null {
  const isText = /^(text\/(html|csv|plain|calendar)|application\/(json|feed\+json|xml|rtf))/.test(typeOf(response));
  if (!isText || incoming.method === 'HEAD' || response.headers.has('Content-Encoding')) return null;
  const accepts = String(incoming.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepts)) return 'br';
  return /\bgzip\b/.test(accepts) ? 'gzip' : null;
}

function typeOf(response: Response): string {
  return response.headers.get('Content-Type') ?? '';
}

const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
const brotli = promisify(brotliCompress);

const squeeze = {
  // Knowing the size, the encoder takes a window of that size instead of four megabytes.
  br: (page: Buffer) => brotli(page, { params: { ...BROTLI, [constants.BROTLI_PARAM_SIZE_HINT]: page.length } }),
  gzip: promisify<Buffer, Buffer>(gzip),
};

/** A page is drawn before its first byte leaves, so it takes one write; streaming it costs as much as drawing it. */
async function sendWhole(response: Response, encoding: Encoding | null, outgoing: ServerResponse): Promise<void> {
  const page = Buffer.from(await response.arrayBuffer());
  const sent = encoding === null ? page : await squeeze[encoding](page);
  // The reader may have left meanwhile, or was told that the form is too long.
  if (outgoing.destroyed || outgoing.headersSent) return;
  outgoing.setHeader('Content-Length', sent.length);
  outgoing.end(sent);
}

async function sendAsItComes(
  body: NonNullable<Response['body']>,
  encoding: Encoding | null,
  outgoing: ServerResponse,
): Promise<void> {
  outgoing.flushHeaders();
  const bytes = Readable.fromWeb(body as never);
  const sent =
    encoding === null
      ? pipeline(bytes, outgoing)
      : pipeline(bytes, encoding === 'br' ? createBrotliCompress({ params: BROTLI }) : createGzip(), outgoing);
  await sent.catch((error: NodeJS.ErrnoException) => {
    // The reader closed the page: nothing to answer any more.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.name !== 'AbortError') throw error;
  });
}
