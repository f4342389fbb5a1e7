import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { paths } from '#app/paths.ts';
import { type Proved, proved } from './promise.ts';
import { onTheWire, type RawAnswer, sendRaw } from './raw-request.ts';
import { type Seeded, seeded } from './seeded.ts';
import { prepareSender, type Sender } from './sender.ts';
import { startTrialPortal, type TrialPortal } from './trial-portal.ts';

const CLIP = readFileSync('db/story/clips/our-kitchen.mp4');
const PROMISE = 'an upload cut at any byte ends hash-equal with what was sent, or in a refusal with words';
/** So many rounds without an end mean that there is none. */
const ROUNDS_MAX = 60;

type Film = { readonly bytes: Buffer; readonly sha256: string; readonly isGood: boolean };

/**
 * Cuts uploads to the built server at random bytes, repeats and reorders their requests, sends them from two tabs, and
 * kills the server now and then.
 *
 * @param cuts  how many connections are cut before the proof ends
 */
export function proveUploadCuts(cuts: number, seed: number, tell: (line: string) => void): Promise<Proved> {
  return proved(PROMISE, tell, async (broken) => {
    const { portal, known } = await startTrialPortal(prepareSender);
    try {
      const trial = { portal, sender: known, chance: seeded(seed), cuts: 0 };
      for (let film = 1; trial.cuts < cuts; film += 1) {
        const how = await sendOne(trial);
        if (how !== null) broken(`film ${film}, seed ${seed}: ${how}`);
      }
      return trial.cuts;
    } finally {
      await portal.stop();
    }
  });
}

type Trial = { readonly portal: TrialPortal; readonly sender: Sender; readonly chance: Seeded; cuts: number };

/** @returns how the promise was broken; null when it was kept */
async function sendOne(trial: Trial): Promise<string | null> {
  const { chance } = trial;
  const film = makeFilm(chance);
  let upload = await announce(trial, film);
  if (upload === null) return 'it could not be announced';
  // The answer to the first announcement was lost, or another tab began: the later one counts.
  if (chance.inHundred(10)) {
    const earlier = upload;
    upload = await announce(trial, film);
    if (upload === null) return 'it could not be announced again';
    const late = await ask(trial, 'PATCH', earlier, piece(0), film.bytes.subarray(0, 10));
    if (late?.status !== 404 || !isWords(late)) return `the upload that was given up answered ${said(late)}`;
  }
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const where = await ask(trial, 'HEAD', upload, {}, NOTHING);
    if (where === null || where.status >= 500) return `asking how far it came: ${said(where)}`;
    const offset = where.status === 404 ? film.bytes.length : Number(where.headers.get('Upload-Offset') ?? Number.NaN);
    if (offset === film.bytes.length) return verdict(trial, upload, film);
    if (!(offset >= 0 && offset < film.bytes.length)) return `it came as far as ${offset} (${said(where)})`;
    const fault = await sendPiece(trial, upload, film, offset);
    if (fault !== null) return fault;
  }
  return 'it never ended';
}

/** A real film with as many random bytes in a box that players skip (ISO 14496-12, `free`); or none at all. */
function makeFilm(chance: Seeded): Film {
  const filling = chance.bytes(8 + chance.below(300_000));
  filling.writeUInt32BE(filling.length, 0);
  filling.write('free', 4, 'latin1');
  const isGood = !chance.inHundred(8);
  const bytes = isGood ? Buffer.concat([CLIP, filling]) : filling.subarray(4);
  return { bytes, isGood, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function announce(trial: Trial, film: Film): Promise<string | null> {
  const { applicationId, questionId } = trial.sender;
  const said = { application: applicationId, question: questionId, filename: 'film.mp4', sha256: film.sha256 };
  const metadata = Object.entries(said).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`);
  const headers = { 'Upload-Length': String(film.bytes.length), 'Upload-Metadata': metadata.join(',') };
  const answer = await ask(trial, 'POST', paths.applyUpload(), headers, NOTHING);
  return answer?.status === 201 ? answer.headers.get('Location') : null;
}

/** The next piece: whole, cut off, repeated, out of order, from two tabs, or with the server killed after it. */
async function sendPiece(trial: Trial, upload: string, film: Film, offset: number): Promise<string | null> {
  const { chance, portal } = trial;
  const end = chance.inHundred(40) ? film.bytes.length : offset + 1 + chance.below(film.bytes.length - offset);
  const bytes = film.bytes.subarray(offset, end);
  if (chance.inHundred(15)) {
    const elsewhere = (offset + 1 + chance.below(film.bytes.length)) % film.bytes.length;
    const early = await ask(trial, 'PATCH', upload, piece(elsewhere), film.bytes.subarray(elsewhere));
    if (elsewhere !== offset && early?.status !== 409) return `a piece out of order was answered with ${said(early)}`;
    if (elsewhere === offset) return null;
  }
  if (chance.inHundred(15)) {
    const tabs = await Promise.all([
      cutOff(trial, upload, offset, bytes),
      ask(trial, 'PATCH', upload, piece(offset), bytes),
    ]);
    const fault = tabs.find((answer) => answer !== null && answer.status >= 500);
    return fault === undefined ? null : `two tabs: ${said(fault)}`;
  }
  if (chance.inHundred(75)) {
    const answer = await cutOff(trial, upload, offset, bytes);
    if (chance.inHundred(8)) await portal.killAndRestart();
    return answer !== null && answer.status >= 500 ? `cut off: ${said(answer)}` : null;
  }
  if (chance.inHundred(8)) {
    const answer = ask(trial, 'PATCH', upload, piece(offset), bytes);
    await portal.killAndRestart();
    await answer;
    return null;
  }
  const answer = await ask(trial, 'PATCH', upload, piece(offset), bytes);
  if (answer?.status !== 204) return `a whole piece was answered with ${said(answer)}`;
  const again = await ask(trial, 'PATCH', upload, piece(offset), bytes);
  return again?.status === 409 || again?.status === 404 ? null : `a repeated piece was answered with ${said(again)}`;
}

function cutOff(trial: Trial, upload: string, offset: number, bytes: Buffer): Promise<RawAnswer | null> {
  trial.cuts += 1;
  const wire = wired(trial, 'PATCH', upload, piece(offset), bytes);
  return sendRaw(trial.portal.url, wire, trial.chance.below(wire.length));
}

/** What became of it: kept whole and as it was sent, or refused where the sender sees why. */
async function verdict(trial: Trial, upload: string, film: Film): Promise<string | null> {
  const { applicationId, questionId } = trial.sender;
  const mediaId = upload.split('/').at(-1) ?? '';
  const kept = await ask(trial, 'GET', paths.applyMedia({ mediaId }), {}, NOTHING);
  if (kept?.status === 200) {
    const isEqual = createHash('sha256').update(kept.body).digest('hex') === film.sha256;
    return isEqual && film.isGood ? null : 'what was kept is not what was sent';
  }
  if (kept?.status !== 404) return `watching it: ${said(kept)}`;
  if (film.isGood) return 'a good film was not kept';
  const page = await fetch(`${trial.portal.url}${paths.applyQuestion({ applicationId, questionId })}`, {
    headers: { Cookie: trial.sender.cookie },
  });
  const words = /class="field-error"[^>]*data-error[^>]*>([^<]+)/.exec(await page.text())?.[1] ?? '';
  return words.length > 20 ? null : 'a refusal without words';
}

const NOTHING = Buffer.alloc(0);

const piece = (offset: number) => ({
  'Content-Type': 'application/offset+octet-stream',
  'Upload-Offset': String(offset),
});

function wired(trial: Trial, method: string, path: string, headers: Record<string, string>, body: Buffer): Buffer {
  const { url } = trial.portal;
  const usual = { Host: new URL(url).host, Origin: url, Cookie: trial.sender.cookie, 'Tus-Resumable': '1.0.0' };
  return onTheWire(method, path, { ...usual, ...headers }, body);
}

function ask(trial: Trial, method: string, path: string, headers: Record<string, string>, body: Buffer) {
  return sendRaw(trial.portal.url, wired(trial, method, path, headers, body));
}

const isWords = (answer: RawAnswer) => /[A-Za-z]+ [a-z]+/.test(answer.body.toString('utf8'));

const said = (answer: RawAnswer | null) =>
  answer === null ? 'nothing' : `${answer.status} ${answer.body.toString('utf8').slice(0, 80)}`;
