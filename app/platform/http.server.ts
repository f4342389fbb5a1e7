import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable, Transform } from 'node:stream';
import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node';
import { routesFor } from './audience.server.ts';
import { setsSameCookie } from './cookies.server.ts';
import { withReadableForm } from './form-body.server.ts';
import type { Log } from './log.server.ts';
import { sameSite } from './same-site.server.ts';
import { send } from './send.server.ts';
import { loadStatic } from './static-files.server.ts';

/**
 * A path that answers before Remix does: the ballot box, the pieces of uploads. False leaves the request to Remix; a
 * promise that is broken becomes an answer in words.
 */
export type EarlyPath = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean | Promise<void>;

export type LoadedContext = {
  readonly context: AppLoadContext;
  /** Of the session, unless the answer says something else about it. */
  readonly setCookie: string | null;
  /** What else the browser is to remember, whatever the answer is. */
  readonly remember?: string | null;
};

export type HttpOptions = {
  readonly build: ServerBuild;
  readonly publicUrl: string;
  readonly log: Log;
  readonly loadContext: (request: Request) => Promise<LoadedContext>;
  readonly early?: readonly EarlyPath[];
  /** Which paths take recordings and files: they read what comes as it comes, and have limits of their own. */
  readonly takesUpload?: (pathname: string, contentType: string) => boolean;
  /** Where browsers load kept files from beside the portal itself; nowhere when not given. */
  readonly filesOrigin?: string | null;
  /** Where built files are; what the build makes when not given. */
  readonly staticFolders?: readonly string[];
};

/**
 * No inline scripts or styles, nothing from elsewhere, no frames. Media may be blobs: a recording is shown before it is
 * sent; and where files are kept elsewhere, pictures and media may come from there.
 * Source: OWASP Secure Headers.
 */
function contentSecurityPolicy(filesOrigin: string | null): string {
  const files = filesOrigin === null ? '' : ` ${filesOrigin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: blob:${files}`,
    `media-src 'self' blob:${files}`,
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Set on every answer unless the answer says something stricter. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy(null),
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
  const filesOrigin = options.filesOrigin ?? null;
  const headers = { ...SECURITY_HEADERS, 'Content-Security-Policy': contentSecurityPolicy(filesOrigin) };
  const handlers = new Map<string, ReturnType<typeof createRequestHandler>>();
  const handlerFor = (pathname: string) => {
    const { segment, build } = routesFor(options.build, pathname);
    let handler = handlers.get(segment);
    if (handler === undefined) {
      handler = createRequestHandler(build, 'production');
      handlers.set(segment, handler);
    }
    return handler;
  };

  return (incoming, outgoing) => {
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
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
      answerTooMuch(outgoing);
      return;
    }
    if (!sameSite(incoming, options.publicUrl)) {
      answerText(outgoing, 403, 'This request came from another site and was refused.');
      return;
    }
    const answering = answerEarly(incoming, outgoing, url) || answerWithRemix(incoming, outgoing, url);
    if (answering !== true) answering.catch((error: unknown) => answerFault(outgoing, url, error));
  };

  function answerEarly(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): ReturnType<EarlyPath> {
    for (const path of options.early ?? []) {
      const answering = path(incoming, outgoing, url);
      if (answering !== false) return answering;
    }
    return false;
  }

  function answerFault(outgoing: ServerResponse, url: URL, error: unknown): void {
    options.log.error({ path: url.pathname, error: String(error) }, 'a request could not be answered');
    if (!outgoing.headersSent) answerText(outgoing, 500, 'Something went wrong on our side. What you saved is safe.');
    else if (!outgoing.writableEnded) outgoing.destroy();
  }

  function isUpload(incoming: IncomingMessage, url: URL): boolean {
    return options.takesUpload?.(url.pathname, incoming.headers['content-type'] ?? '') ?? false;
  }

  async function answerWithRemix(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<void> {
    const takesAll = isUpload(incoming, url);
    const sent = toRequest(incoming, outgoing, url, takesAll ? Infinity : FORM_BYTES_MAX);
    const request = takesAll ? sent : await withReadableForm(sent);
    if (request === null) {
      if (!outgoing.headersSent)
        answerText(outgoing, 400, 'This form could not be read. Please go back and try again.');
      return;
    }
    const { context, setCookie, remember } = await options.loadContext(request);
    const response = await handlerFor(url.pathname)(request, context);
    if (setCookie !== null && !setsSameCookie(response.headers, setCookie))
      response.headers.append('Set-Cookie', setCookie);
    if (remember) response.headers.append('Set-Cookie', remember);
    await send(response, incoming, outgoing);
  }
}

function parseUrl(incoming: IncomingMessage, publicUrl: string): URL | null {
  const target = incoming.url ?? '/';
  if (!isDecodable(target)) return null;
  const url = target.startsWith('/') ? URL.parse(target, publicUrl) : null;
  // "//host/path" is read as another origin, and so is every "/\\" that stands for it.
  if (url?.origin !== new URL(publicUrl).origin || url.username !== '') return null;
  // No page of ours asks in this way: Remix would take it for our fault, and anybody could fill the log with it.
  if (url.searchParams.has('_data')) url.searchParams.delete('_data');
  return url;
}

function isDecodable(target: string): boolean {
  try {
    decodeURI(target.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** No form of ours comes near it: thirty answers of 2,000 words are a third of it. */
const FORM_BYTES_MAX = 2_000_000;

/** Passes bytes on and breaks off when there are too many, however long the sender said they would be. */
function atMost(bytesMax: number, onTooMuch: () => void): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= bytesMax) {
        done(null, chunk);
        return;
      }
      onTooMuch();
      done(new Error(`a form of more than ${bytesMax} bytes was refused`));
    },
  });
}

export function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (let place = 0; place < incoming.rawHeaders.length; place += 2) {
    headers.append(incoming.rawHeaders[place] as string, incoming.rawHeaders[place + 1] as string);
  }
  return headers;
}

/** A web Request whose signal ends when the reader goes away: what lets event streams stop. */
function toRequest(incoming: IncomingMessage, outgoing: ServerResponse, url: URL, bytesMax: number): Request {
  const headers = headersOf(incoming);
  // Where a change comes from was judged by `sameSite`; Remix judges again, by what anybody may write in here.
  headers.delete('X-Forwarded-Host');
  const origin = URL.parse(headers.get('Origin') ?? '');
  if (origin !== null) headers.set('Host', origin.host);
  const controller = new AbortController();
  outgoing.once('close', () => {
    // After a whole answer nobody listens any more, and an abort for each request would cost as much as a query.
    if (!outgoing.writableFinished) controller.abort();
  });
  const refuse = () => {
    // Whoever is reading the form hears that nobody waits for an answer any more, and complains of nothing.
    controller.abort();
    if (!outgoing.headersSent) answerTooMuch(outgoing);
  };
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  const body = hasBody && Number.isFinite(bytesMax) ? incoming.pipe(atMost(bytesMax, refuse)) : incoming;
  return new Request(url, {
    method: incoming.method ?? 'GET',
    headers,
    signal: controller.signal,
    ...(hasBody ? { body: Readable.toWeb(body) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit);
}

/** Closing with the answer is what ends a body that never does. */
function answerTooMuch(outgoing: ServerResponse): void {
  outgoing.setHeader('Connection', 'close');
  answerText(outgoing, 413, 'This is too much to send in one form.');
}

export function answerText(outgoing: ServerResponse, status: number, words: string): void {
  outgoing.statusCode = status;
  outgoing.setHeader('Content-Type', 'text/plain; charset=utf-8');
  outgoing.setHeader('Cache-Control', 'no-store');
  outgoing.end(`${words}\n`);
}
