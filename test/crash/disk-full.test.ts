import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '#app/paths.ts';
import { onTheWire, type RawAnswer, sendRaw } from '../../scripts/proof/raw-request.ts';
import { prepareSender, type Sender } from '../../scripts/proof/sender.ts';
import { startTrialPortal, type TrialPortal } from '../../scripts/proof/trial-portal.ts';

const MB = 1_000_000;
/** Larger than every other file of the portal, so that only a film meets the limit. */
const LIMIT = 8 * MB;
const CLIP = readFileSync('db/story/clips/our-kitchen.mp4');
/** The clip with empty room at its end, as some cameras leave it. */
const FILM = Buffer.concat([CLIP, freeBox(12 * MB)]);
const WORDS = 'no room for files just now. What you sent so far is safe.';

let portal: TrialPortal;
let amina: Sender;

beforeAll(async () => {
  const started = await startTrialPortal(prepareSender);
  portal = started.portal;
  amina = started.known;
});

afterAll(() => portal.stop());

describe.skipIf(process.platform !== 'linux')('a disk that is full', { timeout: 120_000 }, () => {
  it('stops an upload in the middle with words, and lets it go on from there once there is room', async () => {
    const upload = await announce();
    const half = 6 * MB;
    expect((await send('PATCH', upload, piece(0), FILM.subarray(0, half)))?.status).toBe(204);
    letFilesGrow(LIMIT);
    const refused = await send('PATCH', upload, piece(half), FILM.subarray(half));
    expect([refused?.status, refused?.body.toString()]).toEqual([507, expect.stringContaining(WORDS)]);
    const kept = Number((await send('HEAD', upload))?.headers.get('Upload-Offset'));
    expect([kept >= half, kept <= LIMIT]).toEqual([true, true]);
    letFilesGrow('unlimited');
    expect((await send('PATCH', upload, piece(kept), FILM.subarray(kept)))?.status).toBe(204);
    const watched = await send('GET', paths.applyMedia({ mediaId: upload.split('/').at(-1) ?? '' }));
    expect(watched?.body.equals(FILM)).toBe(true);
  });

  it('takes not one byte more, and says so as the operating system does', async () => {
    const upload = await announce();
    const arrival = join(portal.folder, 'arrivals', upload.split('/').at(-1) ?? '');
    rmSync(arrival);
    symlinkSync('/dev/full', arrival);
    const refused = await send('PATCH', upload, piece(0), CLIP);
    expect([refused?.status, refused?.body.toString()]).toEqual([507, expect.stringContaining(WORDS)]);
    rmSync(arrival);
    writeFileSync(arrival, '');
    expect((await send('PATCH', upload, piece(0), FILM))?.status).toBe(204);
  });

  it('keeps the answer of a form whose film finds no room, and lets it be sent again', async () => {
    letFilesGrow(LIMIT);
    const refused = await post('We cook on Fridays.', FILM);
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringMatching(/We cannot take files just now[\s\S]*We cook on Fridays\./),
    ]);
    expect(await (await fetch(`${portal.url}${page()}`, { headers: head() })).text()).toContain('We cook on Fridays.');
    letFilesGrow('unlimited');
    expect((await post('We cook on Fridays.', CLIP)).status).toBe(303);
  });
});

/** Of the running server, by the operating system: what a quota or the last free block does. */
function letFilesGrow(bytes: number | 'unlimited'): void {
  execFileSync('prlimit', [`--pid=${portal.pid()}`, `--fsize=${bytes}:`]);
}

async function announce(): Promise<string> {
  const said = { application: amina.applicationId, question: amina.questionId, filename: 'film.mp4' };
  const metadata = Object.entries(said).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`);
  const headers = { 'Upload-Length': String(FILM.length), 'Upload-Metadata': metadata.join(',') };
  const answer = await send('POST', paths.applyUpload(), headers);
  expect(answer?.status).toBe(201);
  return answer?.headers.get('Location') ?? '';
}

function post(text: string, film: Buffer): Promise<Response> {
  const form = new FormData();
  form.append('text', text);
  form.append('media', new Blob([new Uint8Array(film)]), 'film.mp4');
  return fetch(`${portal.url}${page()}`, { method: 'POST', body: form, headers: head(), redirect: 'manual' });
}

const page = () => paths.applyQuestion(amina);

const head = () => ({ Cookie: amina.cookie, Origin: portal.url });

function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = Buffer.alloc(0),
): Promise<RawAnswer | null> {
  const usual = { Host: new URL(portal.url).host, ...head(), 'Tus-Resumable': '1.0.0' };
  return sendRaw(portal.url, onTheWire(method, path, { ...usual, ...headers }, body));
}

function piece(offset: number) {
  return { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) };
}

function freeBox(bytes: number): Buffer {
  const box = Buffer.alloc(bytes);
  box.writeUInt32BE(bytes);
  box.write('free', 4);
  return box;
}
