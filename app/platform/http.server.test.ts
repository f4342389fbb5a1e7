import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHttpHandler, SECURITY_HEADERS } from './http.server.ts';
import { createLog } from './log.server.ts';

const PAGE = `<!DOCTYPE html>${'<p>Many words.</p>'.repeat(200)}`;

const route = (id: string, path: string, module: object) => ({ id, path, parentId: 'root', module });
const build = {
  mode: 'production',
  future: { v3_singleFetch: true },
  isSpaMode: false,
  basename: '/',
  publicPath: '/',
  assetsBuildDirectory: '',
  assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '1' },
  entry: { module: { default: () => new Response('page'), handleError: (fault: unknown) => faults.push(fault) } },
  routes: {
    root: { id: 'root', path: '', module: { default: () => null } },
    page: route('page', 'page', {
      loader: () => new Response(PAGE, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
    }),
    film: route('film', 'film', {
      loader: () => new Response(PAGE, { headers: { 'Content-Type': 'video/mp4' } }),
      action: async ({ request: posted }: { request: Request }) => new Response(String((await posted.text()).length)),
    }),
    form: route('form', 'form', {
      action: async ({ request: posted }: { request: Request }) => new Response(String((await posted.text()).length)),
    }),
    details: route('details', 'apply/details', {
      action: async ({ request: posted }: { request: Request }) => new Response(String((await posted.text()).length)),
    }),
    marks: route('marks', 'marks', {
      loader: () => new Response('kept', { headers: { 'Set-Cookie': 'straw=1; Path=/marks' } }),
    }),
    leaves: route('leaves', 'leaves', {
      loader: () => new Response('gone', { headers: { 'Set-Cookie': 'session=; Max-Age=0' } }),
    }),
    staff: route('staff', 'staff/page', { loader: () => new Response('staff') }),
    follow: route('follow', 'follow', { loader: ({ request: asked }: { request: Request }) => following(asked) }),
  },
} as unknown as ServerBuild;

/** What Remix takes for faults of ours. */
const faults: unknown[] = [];

/** The signals of those who follow something: an answer that ends only when its reader goes away. */
const signals: AbortSignal[] = [];

function following(asked: Request): Response {
  signals.push(asked.signal);
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
  });
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
}

let server: Server;
let origin: string;

beforeAll(async () => {
  const handler = createHttpHandler({
    build,
    publicUrl: 'https://grants.example',
    log: createLog('silent'),
    loadContext: async ({ headers }) => ({ context: {} as never, setCookie: headers.get('X-Renewed') }),
    takesUpload: (pathname) => pathname === '/film',
  });
  server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer };

/** Without the kindness of fetch, which would add headers and undo compression. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}${path}`,
      { method: options.method ?? 'GET', headers: options.headers ?? {} },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}

describe('answering over HTTP', () => {
  it('puts the security headers on every answer', async () => {
    for (const path of ['/page', '/film', '//elsewhere.example', '/icon.svg']) {
      const { headers } = await ask(path);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers[name.toLowerCase()]).toBe(value);
      expect(headers['strict-transport-security']).toContain('max-age=');
    }
  });

  it('renews a session beside whatever else the browser is to keep, unless the answer ends it', async () => {
    const cookiesOf = async (path: string) =>
      (await ask(path, { headers: { 'X-Renewed': 'session=renewed; Path=/' } })).headers['set-cookie'];
    expect(await cookiesOf('/page')).toEqual(['session=renewed; Path=/']);
    expect(await cookiesOf('/marks')).toEqual(['straw=1; Path=/marks', 'session=renewed; Path=/']);
    expect(await cookiesOf('/leaves')).toEqual(['session=; Max-Age=0']);
  });

  it('says that an address cannot be read, and that a form cannot', async () => {
    expect((await ask('/page/%ff')).status).toBe(400);
    for (const elsewhere of ['//elsewhere.example', '/\\elsewhere.example/page', '/\\u:p@grants.example/page']) {
      expect((await ask(elsewhere)).status).toBe(400);
    }
    const post = async (type: string, body: string) => {
      const headers = { Origin: 'https://grants.example', 'Content-Type': type };
      return (await ask('/form', { method: 'POST', headers, body })).status;
    };
    expect(await post('multipart/form-data; boundary=edge', '--edge\r\nContent-Dispo')).toBe(400);
    expect(await post('multipart/form-data', 'text=hello')).toBe(400);
    expect(await post('application/json', '{}')).toBe(400);
    const whole = '--edge\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--edge--\r\n';
    expect(await post('multipart/form-data; boundary=edge', whole)).toBe(200);
    expect(await post('application/x-www-form-urlencoded; charset=utf-8', 'a=b')).toBe(200);
  });

  it('lets nobody fill the log with a way of asking that no page has', async () => {
    expect((await ask('/page?_data=page&from=1')).body.toString()).toBe(PAGE);
    expect(faults).toEqual([]);
  });

  it('judges by the origin alone where a change comes from', async () => {
    const headers = {
      Origin: 'https://grants.example',
      'X-Forwarded-Host': 'elsewhere.example',
      'Content-Type': 'application/x-www-form-urlencoded',
    };
    expect((await ask('/form', { method: 'POST', headers, body: 'a=b' })).status).toBe(200);
  });

  it('refuses a change that does not say it comes from our own pages', async () => {
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const post = (headers: Record<string, string>) =>
      ask('/form', { method: 'POST', headers: { ...type, ...headers }, body: 'hello' });
    expect((await post({})).status).toBe(403);
    expect((await post({ Origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ Origin: 'null' })).status).toBe(403);
    expect((await post({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await post({ Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' })).status).toBe(403);
    expect((await post({ Origin: 'https://grants.example' })).status).toBe(200);
    expect((await post({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
  });

  it('compresses pages as the browser asks, and leaves films as they are', async () => {
    const brotli = await ask('/page', { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(PAGE);
    const gzip = await ask('/page', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(PAGE);
    expect((await ask('/page')).body.toString()).toBe(PAGE);
    expect(
      (await ask('/film', { headers: { 'Accept-Encoding': 'gzip, br' } })).headers['content-encoding'],
    ).toBeUndefined();
  });

  it('sends a page whole, with the length it has on its way', async () => {
    for (const encoding of ['br', 'gzip', 'identity']) {
      const { headers, body } = await ask('/page', { headers: { 'Accept-Encoding': encoding } });
      expect(headers['content-length']).toBe(String(body.length));
    }
    const head = await ask('/page', { method: 'HEAD', headers: { 'Accept-Encoding': 'br' } });
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
  });

  it('sends what has no end as it comes, and tells it when its reader is gone', async () => {
    const follower = request(`${origin}/follow`);
    const first = await new Promise<Buffer>((resolve, reject) => {
      follower.on('response', (response) => response.once('data', resolve).on('error', () => undefined));
      follower.on('error', reject);
      follower.end();
    });
    expect(first.toString()).toBe('data: 1\n\n');
    const [signal] = signals;
    expect(signal?.aborted).toBe(false);
    follower.destroy();
    await vi.waitFor(() => expect(signal?.aborted).toBe(true));
  });

  it('answers the methods it knows', async () => {
    for (const method of ['TRACE', 'PUT', 'PROPFIND']) expect((await ask('/page', { method })).status).toBe(405);
  });

  it('refuses a form that is too long before reading it', async () => {
    const headers = { Origin: 'https://grants.example', 'Content-Length': '3000000' };
    expect((await ask('/form', { method: 'POST', headers, body: '' })).status).toBe(413);
  });

  it('refuses a form that grows too long on its way, whatever it said or did not say', async () => {
    const answer = await new Promise<Answer>((resolve, reject) => {
      const headers = { Origin: 'https://grants.example', 'Content-Type': 'application/x-www-form-urlencoded' };
      const sent = request(`${origin}/form`, { method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      });
      sent.on('error', reject);
      // Without a length, Node sends it in chunks. One byte too many, and the rest is never sent.
      for (let piece = 0; piece < 20; piece += 1) sent.write('a'.repeat(100_000));
      sent.write('a');
    });
    expect(answer.status).toBe(413);
    expect(answer.body.toString()).toContain('too much to send');
  });

  it('takes a form of exactly the greatest length', async () => {
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const headers = { Origin: 'https://grants.example', 'Transfer-Encoding': 'chunked', ...type };
    const answer = await ask('/form', { method: 'POST', headers, body: 'a'.repeat(2_000_000) });
    expect(answer.body.toString()).toBe('2000000');
  });

  it('takes what is longer only where uploads are taken, whatever the form calls itself', async () => {
    const headers = { Origin: 'https://grants.example', 'Content-Type': 'multipart/form-data; boundary=x' };
    const body = 'a'.repeat(2_100_000);
    expect((await ask('/film', { method: 'POST', headers, body })).body.toString()).toBe('2100000');
    expect((await ask('/apply/details', { method: 'POST', headers, body: '--x--\r\n' })).status).toBe(200);
    const declared = { ...headers, 'Content-Length': '2100000' };
    expect((await ask('/apply/details', { method: 'POST', headers: declared, body: '' })).status).toBe(413);
  });

  it('lets one audience answer for its own paths only', async () => {
    expect((await ask('/staff/page')).body.toString()).toBe('staff');
    expect((await ask('/page')).status).toBe(200);
  });
});
