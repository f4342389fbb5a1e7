import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadStatic } from './static-files.server.ts';

const STYLE = '.stack { margin-block: 1rem; }\n'.repeat(100);

const folder = mkdtempSync(join(tmpdir(), 'common-pot-static-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'assets', 'base.css'), STYLE);
writeFileSync(join(folder, 'icon.svg'), '<svg/>');
writeFileSync(join(folder, 'secret.sqlite'), 'not a kind that is served');

const statics = loadStatic([folder, join(folder, 'not there')]);
const server = createServer((incoming, outgoing) => {
  if (!statics.serve(incoming, outgoing, incoming.url ?? '')) outgoing.writeHead(404).end();
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a built file', () => {
  test('comes in the best compression that the browser takes, and is the same file', async () => {
    const [brotli, zipped, plain] = [
      await ask('/assets/base.css', 'gzip, deflate, br'),
      await ask('/assets/base.css', 'gzip'),
      await ask('/assets/base.css', 'identity'),
    ];
    expect([brotli, zipped, plain].map(({ headers }) => headers['content-encoding'])).toEqual([
      'br',
      'gzip',
      undefined,
    ]);
    expect(brotliDecompressSync(brotli.body).toString()).toBe(STYLE);
    expect(gunzipSync(zipped.body).toString()).toBe(STYLE);
    expect(plain.body.toString()).toBe(STYLE);
    for (const { headers, body } of [brotli, zipped, plain]) {
      expect(Number(headers['content-length'])).toBe(body.length);
      expect(headers.vary).toBe('Accept-Encoding');
    }
  });

  test('is compressed once, also when many ask for it at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/assets/base.css', 'br')));
    for (const { body } of answers) expect(brotliDecompressSync(body).toString()).toBe(STYLE);
  });

  test('is kept by browsers for a year when its name changes with it, and for minutes otherwise', async () => {
    expect((await ask('/assets/base.css', '')).headers['cache-control']).toContain('immutable');
    expect((await ask('/icon.svg', 'br')).headers).toMatchObject({
      'cache-control': 'public, max-age=300',
      'content-type': 'image/svg+xml',
    });
  });

  test('is not sent when only asked about, nor when it is of no kind that is served', async () => {
    const about = await ask('/assets/base.css', 'br', 'HEAD');
    expect(about.status).toBe(200);
    expect(Number(about.headers['content-length'])).toBeGreaterThan(0);
    expect(about.body).toHaveLength(0);
    expect((await ask('/secret.sqlite', '')).status).toBe(404);
    expect((await ask('/assets/base.css', '', 'POST')).status).toBe(404);
  });
});

function ask(path: string, encoding: string, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: { 'Accept-Encoding': encoding } }, (answer) => {
      buffer(answer).then((body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }), reject);
    })
      .once('error', reject)
      .end();
  });
}
