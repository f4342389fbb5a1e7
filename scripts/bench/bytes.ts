import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { invariant } from '#app/kernel/invariant.ts';
import { type Figure, figure } from './figure.ts';
import type { StoryPortal } from './story-portal.ts';

/** What a phone may spend on the vote page the first time, compressed, with all it loads. */
const VOTE_BUDGET_BYTES = 15_000;

type Fetched = { readonly sent: number; readonly plain: Buffer; readonly type: string };

/** What each page weighs as it is sent: its document, and all that a first visit loads with it. */
export async function benchBytes(portal: StoryPortal): Promise<Figure[]> {
  const { home, call, questions, vote, stage } = portal.pages;
  const figures: Figure[] = [];
  for (const [name, path, cookie] of [
    ['home', home],
    ['call page', call],
    ['questions', questions],
    ['vote page', vote],
    ['stage', stage],
    ['task list', portal.writer.draft, portal.writer.cookie],
  ] as const) {
    const files = await firstVisit(portal.url, path, cookie ?? '');
    const [document] = files;
    invariant(document !== undefined, 'a page has a document');
    const sent = sum(files.map((file) => file.sent));
    const plain = sum(files.map((file) => file.plain.length));
    figures.push(
      figure(`${name}: document, against itself uncompressed`, document.sent, 'bytes', document.plain.length),
      figure(`${name}: first visit in all, against itself uncompressed`, sent, 'bytes', plain),
    );
    if (name === 'vote page') {
      figures.push(figure('vote page: first visit in all, against its budget', sent, 'bytes', VOTE_BUDGET_BYTES));
    }
  }
  return figures;
}

/** The document and everything it links to, modules that import modules included, as a browser would load them. */
async function firstVisit(url: string, path: string, cookie: string): Promise<Fetched[]> {
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
      ? [...text.matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+|\/[^"']+\.js)["']/g)].map(([, name]) => name)
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
