import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { prepareSender, prepareSenders, type Sender } from '../proof/sender.ts';
import { startTrialPortal } from '../proof/trial-portal.ts';
import { type Figure, figure } from './figure.ts';
import { residentBytes, startServer } from './server-process.ts';
import { takeTurns } from './take-turns.ts';

const ROUNDS = 6;
/** The largest that a telephone will bring. Each film costs a few commits besides, whatever its length. */
const FILM_BYTES = 500_000_000;
/** What announcing, signing in, hashing and judging may take of the speed of a server that only writes down. */
const SPEED_MIN = 0.8;
/** What the server may grow by while such a film arrives and is judged. */
const GROWTH_BYTES_MAX = 150_000_000;
const CLIP = readFileSync('db/story/clips/our-kitchen.mp4');

/** How fast films arrive, hashed and judged, against a server that only writes them down; and what memory they take. */
export async function benchUploads(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'common-pot-bench-'));
  // Somebody else in each round: nobody's earlier film has to be deleted meanwhile.
  const names = Array.from({ length: ROUNDS + 1 }, (_, round) => `Amina ${round}`);
  const { portal, known } = await startTrialPortal(prepareSenders(names));
  const bare = await startServer(['scripts/bench/bare-tus.ts', folder]);
  try {
    const [ours = 0, alone = 0] = await takeTurns(
      ROUNDS,
      [portal.url, bare.url].map((url) => (round: number) => {
        const sender = known[round];
        invariant(sender !== undefined, 'there is a sender for each round');
        settleDisk();
        return sendFilm(url, sender, FILM_BYTES);
      }),
    );
    return [
      await memoryTaken(),
      figure('uploads, against a bare tus server', ours, 'bytes/s', alone, { atLeast: SPEED_MIN }),
    ];
  } finally {
    await bare.stop();
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What one server left for the disk to write later must not fall on the other, which waits for its disk. */
function settleDisk(): void {
  execFileSync('sync');
}

/** By a server that has taken in nothing yet: one that has would have memory to spare. */
async function memoryTaken(): Promise<Figure> {
  const { portal, known } = await startTrialPortal(prepareSender);
  try {
    const growth = await growthOf(portal.pid(), async () => {
      const { mediaId } = await sendFilm(portal.url, known, FILM_BYTES);
      const kept = await fetch(`${portal.url}${paths.applyMedia({ mediaId })}`, {
        method: 'HEAD',
        headers: { Cookie: known.cookie },
      });
      invariant(Number(kept.headers.get('Content-Length')) === FILM_BYTES, 'the large film is ready and whole');
    });
    return figure(
      'uploads: growth of memory with a film of 500 MB, against its budget',
      growth,
      'bytes',
      GROWTH_BYTES_MAX,
      { atMost: 1 },
    );
  } finally {
    await portal.stop();
  }
}

/** @returns in seconds, from the announcement to the answer to the last byte: by then a film was judged */
async function sendFilm(url: string, sender: Sender, bytes: number) {
  const startedAt = performance.now();
  const said = { application: sender.applicationId, question: sender.questionId, filename: 'film.mp4' };
  const metadata = Object.entries(said).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`);
  const usual = { Cookie: sender.cookie, Origin: url, 'Tus-Resumable': '1.0.0' };
  const announced = await fetch(url + paths.applyUpload(), {
    method: 'POST',
    headers: { ...usual, 'Upload-Length': String(bytes), 'Upload-Metadata': metadata.join(',') },
  });
  const location = announced.headers.get('Location');
  invariant(announced.status === 201 && location !== null, `a film was announced: ${announced.status}`);
  const status = await patch(url + location, { ...usual, 'Upload-Offset': '0' }, bytes);
  invariant(status === 204, `a film was sent: ${status}`);
  return { done: bytes, seconds: (performance.now() - startedAt) / 1000, mediaId: location.split('/').at(-1) ?? '' };
}

function patch(url: string, headers: Record<string, string>, bytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'PATCH',
        headers: { ...headers, 'Content-Type': 'application/offset+octet-stream', 'Content-Length': String(bytes) },
      },
      (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    pipeline(Readable.from(filmOf(bytes)), sent).catch(reject);
  });
}

const PIECE = Buffer.alloc(1 << 20, 'film ');

/** A real film, made as long as wanted by a box that players skip (ISO 14496-12, `free`). */
function* filmOf(bytes: number): Generator<Buffer> {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(bytes - CLIP.length, 0);
  head.write('free', 4, 'latin1');
  yield Buffer.concat([CLIP, head]);
  for (let left = bytes - CLIP.length - head.length; left > 0; left -= PIECE.length) {
    yield PIECE.subarray(0, Math.min(left, PIECE.length));
  }
}

const SAMPLE_MS = 20;

/** The most memory a process took while something went on, beyond what it had before. In bytes; Linux only. */
async function growthOf(pid: number, work: () => Promise<void>): Promise<number> {
  const before = residentBytes(pid);
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, residentBytes(pid));
  }, SAMPLE_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return Math.max(1, most - before);
}
