import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node';
import { routesFor } from './audience.server.ts';
import type { Log } from './log.server.ts';
import { sameSite } from './same-site.server.ts';
import { loadStatic } from './static-files.server.ts';

/** A path that answers before Remix does: the ballot box, uploads, health. Null leaves the request to Remix. */
export type EarlyPath = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean;

export type HttpOptions = {
  readonly build: ServerBuild;
  readonly publicUrl: string;
  readonly log: Log;
  readonly loadContext: (request: Request) => Promise<{ context: AppLoadContext; setCookie: string | null }>;
  readonly early?: readonly EarlyPath[];
  /** Which paths take recordings and files: they read what comes as it comes, and have limits of their own. */
  readonly takesUpload?: (pathname: string, contentType: string) => boolean;
  /** Where built files are; what the build makes when not given. */
  readonly staticFolders?: readonly string[];
};

/**
 * No inline scripts or styles, nothing from elsewhere, no frames. Media may be blobs: a recording is shown before it is sent.
 * Source: OWASP Secure Headers.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Set on every answer unless the answer says something stricter. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=(), payment=()',
};

/** What pages and resumable uploads ask with; a Request cannot even be made of TRACE. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS']);

/** One listener for node:http: static files, the same-site check, the early paths, then Remix. */
export function createHttpHandler(options: HttpOptions): RequestListener {
  const statics = loadStatic(options.staticFolders);
  const isSecure = options.publicUrl.startsWith('https:');
  const handlers = new Map<string, ReturnType<typeof createRequestHandler>>();
  const handlerFor = (pathname: string) => {
    const { audience, build } = routesFor(options.build, pathname);
    let handler = handlers.get(audience);
    if (handler === undefined) {
      handler = createRequestHandler(build, 'production');
      handlers.set(audience, handler);
    }
    return handler;
  };

  return (incoming, outgoing) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) outgoing.setHeader(name, value);
    if (isSecure) outgoing.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    if (!METHODS.has(incoming.method ?? '')) {
      answerText(outgoing, 405, 'Nothing here can be asked in this way.');
      return;
    }
    const url = parseUrl(incoming, options.publicUrl);
    if (url === null) {
      answerText(outgoing, 400, 'This address cannot be read.');
      return;
    }
    if (statics.serve(incoming, outgoing, url.pathname)) return;
    if (!isUpload(incoming, url) && Number(incoming.headers['content-length'] ?? 0) > FORM_BYTES_MAX) {
      outgoing.setHeader('Connection', 'close');
      answerText(outgoing, 413, 'This is too much to send in one form.');
      return;
    }
    if (!sameSite(incoming, options.publicUrl)) {
      answerText(outgoing, 403, 'This request came from another site and was refused.');
      return;
    }
    if (options.early?.some((path) => path(incoming, outgoing, url))) return;
    void answerWithRemix(incoming, outgoing, url);
  };

  function isUpload(incoming: IncomingMessage, url: URL): boolean {
    return options.takesUpload?.(url.pathname, incoming.headers['content-type'] ?? '') ?? false;
  }

  async function answerWithRemix(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<void> {
    try {
      const request = toRequest(incoming, outgoing, url, isUpload(incoming, url) ? Infinity : FORM_BYTES_MAX);
      const { context, setCookie } = await options.loadContext(request);
      const response = await handlerFor(url.pathname)(request, context);
      if (setCookie !== null && !response.headers.has('Set-Cookie')) response.headers.append('Set-Cookie', setCookie);
      await send(response, incoming, outgoing);
    } catch (error) {
      options.log.error({ path: url.pathname, error: String(error) }, 'a request could not be answered');
      if (!outgoing.headersSent) answerText(outgoing, 500, 'Something went wrong on our side. What you saved is safe.');
      else outgoing.destroy();
    }
  }
}

function parseUrl(incoming: IncomingMessage, publicUrl: string): URL | null {
  const target = incoming.url ?? '/';
  // "//host/path" would be read as another origin.
  return target.startsWith('/') && !target.startsWith('//') ? URL.parse(target, publicUrl) : null;
}

/** No form of ours comes near it: thirty answers of 2,000 words are a third of it. */
const FORM_BYTES_MAX = 2_000_000;

/** Passes bytes on and breaks off when there are too many, however long the sender said they would be. */
function atMost(bytesMax: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > bytesMax) done(new Error(`a form of more than ${bytesMax} bytes was refused`));
      else done(null, chunk);
    },
  });
}

/** A web Request whose signal ends when the reader goes away: what lets event streams stop. */
export function toRequest(incoming: IncomingMessage, outgoing: ServerResponse, url: URL, bytesMax: number): Request {
  const headers = new Headers();
  for (let place = 0; place < incoming.rawHeaders.length; place += 2) {
    headers.append(incoming.rawHeaders[place] as string, incoming.rawHeaders[place + 1] as string);
  }
  const controller = new AbortController();
  outgoing.once('close', () => controller.abort());
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  const body = hasBody && Number.isFinite(bytesMax) ? incoming.pipe(atMost(bytesMax)) : incoming;
  return new Request(url, {
    method: incoming.method ?? 'GET',
    headers,
    signal: controller.signal,
    ...(hasBody ? { body: Readable.toWeb(body) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit);
}

async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (outgoing.destroyed) {
    // The reader left before the answer was ready: a telephone in a tunnel, half way through an upload.
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
  const squeeze = compressorFor(incoming, response);
  if (squeeze !== null) {
    outgoing.removeHeader('Content-Length');
    outgoing.setHeader('Content-Encoding', squeeze.encoding);
    outgoing.appendHeader('Vary', 'Accept-Encoding');
  }
  outgoing.flushHeaders();
  const body = Readable.fromWeb(response.body as never);
  const sent = squeeze === null ? pipeline(body, outgoing) : pipeline(body, squeeze.stream, outgoing);
  await sent.catch((error: NodeJS.ErrnoException) => {
    // The reader closed the page: nothing to answer any more.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.name !== 'AbortError') throw error;
  });
}

/** Pages and tables shrink to a quarter on their way to a phone; event streams and media must pass as they are. */
function compressorFor(incoming: IncomingMessage, response: Response): { encoding: string; stream: Transform } | null {
  const type = response.headers.get('Content-Type') ?? '';
  const isText = /^(text\/(html|csv|plain|calendar)|application\/(json|feed\+json|xml|rtf))/.test(type);
  if (!isText || incoming.method === 'HEAD' || response.headers.has('Content-Encoding')) return null;
  const accepts = String(incoming.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepts)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
    return { encoding: 'br', stream: createBrotliCompress({ params }) };
  }
  return /\bgzip\b/.test(accepts) ? { encoding: 'gzip', stream: createGzip() } : null;
}

export function answerText(outgoing: ServerResponse, status: number, words: string): void {
  outgoing.statusCode = status;
  outgoing.setHeader('Content-Type', 'text/plain; charset=utf-8');
  outgoing.setHeader('Cache-Control', 'no-store');
  outgoing.end(`${words}\n`);
}
