/**
 * The least a page of Remix costs: one route, no loader, no data, no script, no style, drawn as Remix's template does.
 *
 *   node scripts/bench/bare-page.ts
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import {
  createReadableStreamFromReadable,
  createRequestHandler,
  type EntryContext,
  type ServerBuild,
} from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { createElement as h } from 'react';
import { renderToPipeableStream } from 'react-dom/server';

function Root() {
  return h(
    'html',
    { lang: 'en' },
    h('head', null, h('title', null, 'A bare page')),
    h('body', null, h('main', null, h('h1', null, 'A bare page'), h('p', null, 'It says nothing.'))),
  );
}

function render(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(h(RemixServer, { context, url: request.url }), {
      onAllReady() {
        const body = new PassThrough();
        headers.set('Content-Type', 'text/html; charset=utf-8');
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
        pipe(body);
      },
      onShellError: reject,
    });
  });
}

const route = { id: 'root', path: '' };
const build = {
  mode: 'production',
  entry: { module: { default: render } },
  routes: { root: { ...route, module: { default: Root } } },
  assets: {
    entry: { imports: [], module: '' },
    routes: {
      root: { ...route, module: '', hasAction: false, hasLoader: false, hasErrorBoundary: false },
    },
    url: '',
    version: '1',
  },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
  },
  isSpaMode: false,
} as unknown as ServerBuild;

const handle = createRequestHandler(build, 'production');
const server = createServer(async (incoming, outgoing) => {
  const response = await handle(new Request(new URL(incoming.url ?? '/', 'http://localhost')));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) outgoing.end();
  else Readable.fromWeb(response.body as never).pipe(outgoing);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
