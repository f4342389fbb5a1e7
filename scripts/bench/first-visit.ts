import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { invariant } from '#app/kernel/invariant.ts';

/** A file as it came over the wire, and what it says. */
export type Fetched = { readonly sent: number; readonly plain: Buffer; readonly type: string };

/**
 * The document and everything it links to, modules that import modules included, as a browser would load them; what a
 * script only asks for when it is needed is not.
 */
export async function firstVisit(url: string, path: string, cookie: string): Promise<Fetched[]> {
  const files = new Map<string, Fetched>();
  const waiting = [path];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (files.has(next)) continue;
    const file = await fetchOnce(`${url}${next}`, cookie);
    files.set(next, file);
    waiting.push(...linksIn(file, new URL(next, url)));
  }
  return [...files.values()];
}

function linksIn({ type, plain }: Fetched, from: URL): string[] {
  const text = plain.toString('utf8');
  const found = type.startsWith('text/html')
    ? [...text.matchAll(/<link[^>]+rel="(?:stylesheet|icon|modulepreload)"[^>]*>|<script[^>]+src=[^>]*>/g)].map(
        ([tag]) => /(?:href|src)="([^"]+)"/.exec(tag)?.[1],
      )
    : type.startsWith('text/javascript')
      ? [...text.matchAll(/(?:from|import)\s*["'](\.[^"']+|\/[^"']+\.js)["']/g)].map(([, name]) => name)
      : [];
  return found.flatMap((link) => (link === undefined ? [] : new URL(link, from).pathname));
}

/** With node:http, which leaves the body as it came over the wire. */
function fetchOnce(url: string, cookie: string): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'br, gzip', Cookie: cookie };
    const outgoing = request(url, { headers }, (incoming) => {
      const pieces: Buffer[] = [];
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.once('error', reject);
      incoming.once('end', () => {
        invariant(incoming.statusCode === 200, `${url} answered ${incoming.statusCode}`);
        const body = Buffer.concat(pieces);
        const encoding = incoming.headers['content-encoding'];
        const plain = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
        resolve({ sent: body.length, plain, type: incoming.headers['content-type'] ?? '' });
      });
    });
    outgoing.once('error', reject);
    outgoing.end();
  });
}
