import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachMedia } from '#app/grant/application/commands/attach-media.server.ts';
import { carryFiles } from '#app/grant/application/commands/carry-files.server.ts';
import { copyRecordings } from '#app/grant/application/commands/copy-recordings.server.ts';
import { removeMedia } from '#app/grant/application/commands/remove-media.server.ts';
import { submitApplication } from '#app/grant/application/commands/submit-application.server.ts';
import { sweepKeptFiles } from '#app/grant/application/commands/sweep-kept-files.server.ts';
import { mediaResponse } from '#app/grant/application/queries/media-file.server.ts';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { ffmpegIn } from '#app/platform/ffmpeg.server.ts';
import type { FileStore } from '#app/platform/file-store.server.ts';
import { probeMedia } from '#app/platform/probe.server.ts';
import { testWorld } from '#test/world/test-world.ts';
import { scratchFolder, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { isWithoutStore, type Swift, startSwift } from './swift.ts';

const CLIP = 'db/story/clips/our-kitchen.mp4';
const FILM = readFileSync(CLIP);
const FFMPEG = ffmpegIn({ FFMPEG_PATH: undefined });

/** Amina's draft in a portal that keeps its files in Swift. */
async function studio(settings: Record<string, string> = {}) {
  const swift = await startSwift();
  const world = testWorld({ DATA_DIR: scratchFolder(), ...swift.settings, ...settings });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const call = openCall(world, staff.Grace ?? '', partnerId);
  const amina = world.person('Amina');
  const applicationId = writtenDraft(world, amina, call);
  const questionId = call.questions.find((question) => question.byVideo)?.id ?? '';
  const film = { applicationId, questionId, filePath: CLIP, fileName: 'film.mp4' };
  const send = async () => {
    const sent = await attachMedia(world.as(amina), film);
    return sent.ok ? sent.value.mediaId : sent.reason;
  };
  const watch = (mediaId: string, query = '', method = 'GET') =>
    mediaResponse(world.as(null), mediaId, new Request(`http://localhost/x${query}`, { method }));
  const here = () => readdirSync(join(world.env.DATA_DIR, 'files'));
  return { swift, world, amina, applicationId, questionId, send, watch, here };
}

async function namesIn(store: FileStore): Promise<string[]> {
  const names: string[] = [];
  for await (const some of store.untouchedSince(Number.POSITIVE_INFINITY)) names.push(...some);
  return names;
}

async function linked(response: Response, headers: Record<string, string> = {}): Promise<Response> {
  expect(response.status).toBe(302);
  return fetch(response.headers.get('Location') ?? '', { headers });
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe.skipIf(isWithoutStore)('keeping files in an S3-compatible store', { timeout: 120_000 }, () => {
  it('shows a film from this machine until it has been carried there, and by a signed link from then on', async () => {
    const { world, send, watch, here } = await studio();
    const mediaId = await send();
    const before = await watch(mediaId);
    expect([before.status, (await bytesOf(before)).equals(FILM)]).toEqual([200, true]);
    expect(await carryFiles(world.as(null))).toEqual({ carried: 1, waiting: 0 });
    expect(here()).toEqual([]);
    const shown = await linked(await watch(mediaId));
    expect([shown.status, (await bytesOf(shown)).equals(FILM)]).toEqual([200, true]);
  });

  it('says of what kind it is and that nobody may keep a copy, and lets a player seek', async () => {
    const { world, send, watch } = await studio();
    const mediaId = await send();
    await carryFiles(world.as(null));
    const link = await watch(mediaId);
    expect(link.headers.get('Cache-Control')).toBe('private, no-store');
    const part = await linked(link, { Range: 'bytes=100-199' });
    expect(part.status).toBe(206);
    expect((await bytesOf(part)).equals(FILM.subarray(100, 200))).toBe(true);
    expect([part.headers.get('Content-Type'), part.headers.get('Cache-Control')]).toEqual([
      'video/mp4',
      'private, no-store',
    ]);
    expect(part.headers.get('Content-Disposition')).toMatch(/^inline; filename="video\.mp4"/);
    const saved = await linked(await watch(mediaId, '?download'));
    expect(saved.headers.get('Content-Disposition')).toMatch(/^attachment; filename="video\.mp4"/);
    const head = await watch(mediaId, '', 'HEAD');
    expect([head.status, head.headers.get('Content-Length')]).toEqual([200, String(FILM.length)]);
  });

  it('gives links that end after ten minutes, cannot be changed, and are the only way in', async () => {
    const { swift, world, send, watch } = await studio();
    const mediaId = await send();
    await carryFiles(world.as(null));
    const link = new URL((await watch(mediaId)).headers.get('Location') ?? '');
    expect(link.searchParams.get('X-Amz-Expires')).toBe('600');
    const longer = new URL(link);
    longer.searchParams.set('X-Amz-Expires', '6000');
    expect((await fetch(longer)).status).toBe(403);
    const other = new URL(link);
    other.pathname = `${other.pathname}x`;
    expect((await fetch(other)).status).toBe(403);
    expect((await fetch(`${swift.bucketUrl}/common-pot/${mediaId}`)).ok).toBe(false);
  });

  it('keeps nobody from sending, watching or submitting while the store is down, and catches up afterwards', async () => {
    const { swift, world, amina, applicationId, send, watch, here } = await studio();
    await swift.cut();
    const mediaId = await send();
    expect(await carryFiles(world.as(null))).toEqual({ carried: 0, waiting: 1 });
    expect((await bytesOf(await watch(mediaId))).equals(FILM)).toBe(true);
    expect(submitApplication(world.as(amina), applicationId).ok).toBe(true);
    await swift.bringBack();
    expect(await carryFiles(world.as(null))).toEqual({ carried: 1, waiting: 0 });
    expect(here()).toEqual([]);
    expect((await bytesOf(await linked(await watch(mediaId)))).equals(FILM)).toBe(true);
  });

  it('says so in words when the store that has a film is down, and shows it again afterwards', async () => {
    const { swift, world, send, watch } = await studio();
    const mediaId = await send();
    await carryFiles(world.as(null));
    await swift.cut();
    const answer = await watch(mediaId);
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '120']);
    expect(await answer.text()).toContain('It is kept safely. Please try again');
    await swift.bringBack();
    expect((await bytesOf(await linked(await watch(mediaId)))).equals(FILM)).toBe(true);
  });

  it('keeps files here while the store does not know the key', async () => {
    const { world, send, watch, here } = await studio({ S3_SECRET_ACCESS_KEY: 'another' });
    const mediaId = await send();
    expect(await carryFiles(world.as(null))).toEqual({ carried: 0, waiting: 1 });
    expect([here().length, (await watch(mediaId)).status]).toEqual([1, 200]);
  });

  it('deletes a film there when its applicant takes it off, and lets the sweep do it when the store is down', async () => {
    const { swift, world, amina, applicationId, questionId, send } = await studio();
    await send();
    await carryFiles(world.as(null));
    expect(await sweepKeptFiles(world.as(null))).toEqual({ deleted: 0, failed: 0, doubt: null });
    await removeMedia(world.as(amina), applicationId, questionId);
    expect(await namesIn(world.files)).toEqual([]);
    const second = await send();
    await carryFiles(world.as(null));
    await swift.cut();
    expect((await removeMedia(world.as(amina), applicationId, questionId)).ok).toBe(true);
    await swift.bringBack();
    expect(await namesIn(world.files)).toEqual([second]);
    world.moveTo(Date.now() + 3 * DAY);
    expect(await sweepKeptFiles(world.as(null))).toEqual({ deleted: 1, failed: 0, doubt: null });
    expect(await namesIn(world.files)).toEqual([]);
  });

  it.runIf(FFMPEG !== null)('copies a film that is there already, and shows the copy', async () => {
    const { world, send, watch } = await studio({ FFMPEG_PATH: FFMPEG ?? '' });
    const mediaId = await send();
    await carryFiles(world.as(null));
    expect(await copyRecordings(world.as(null))).toBe('ready');
    expect((await watch(mediaId)).status).toBe(200);
    await carryFiles(world.as(null));
    expect(await namesIn(world.files)).toEqual(expect.arrayContaining([`${mediaId}-copy`, `${mediaId}-poster`]));
    const shown = await bytesOf(await linked(await watch(mediaId)));
    const path = join(world.env.DATA_DIR, 'shown');
    writeFileSync(path, shown);
    expect(await probeMedia(path)).toMatchObject({ mime: 'video/mp4', picture: 'avc', sound: 'aac' });
    expect(shown.equals(FILM)).toBe(false);
  });

  it('sweeps what belongs to nothing after two days, there too, and nothing else', async () => {
    const { world, send } = await studio();
    const mediaId = await send();
    await carryFiles(world.as(null));
    const lost = join(world.env.DATA_DIR, 'lost-film');
    writeFileSync(lost, FILM);
    await world.files.keep(lost, 'lost');
    await world.files.carry('lost');
    world.moveTo(Date.now() + 2 * DAY - HOUR);
    expect(await sweepKeptFiles(world.as(null))).toMatchObject({ deleted: 0 });
    world.pass(2 * HOUR);
    expect(await sweepKeptFiles(world.as(null))).toMatchObject({ deleted: 1 });
    expect(await namesIn(world.files)).toEqual([mediaId]);
  });
});

describe.skipIf(isWithoutStore)('on the way to the store', { timeout: 120_000 }, () => {
  const kept = (swift: Swift, bytes: Buffer) => {
    const world = testWorld({ DATA_DIR: scratchFolder(), ...swift.settings });
    const folder = join(world.env.DATA_DIR, 'files');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'film'), bytes);
    return world;
  };
  const read = async (store: FileStore) => {
    const pieces: Buffer[] = [];
    for await (const piece of await store.read('film')) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  };
  const LARGE = randomBytes(30_000_000);

  it.each([0, 30, 100, 250, 600])('loses nothing to a kill after %i ms', async (ms) => {
    const swift = await startSwift();
    const world = kept(swift, LARGE);
    const env = { ...process.env, ...swift.settings, DATA_DIR: world.env.DATA_DIR };
    spawnSync(process.execPath, ['test/file-store/carry-and-die.ts', String(ms), 'film'], { env });
    expect((await read(world.files)).equals(LARGE)).toBe(true);
    await world.files.carry('film');
    expect([await world.files.waiting(), await namesIn(world.files)]).toEqual([[], ['film']]);
    expect((await read(world.files)).equals(LARGE)).toBe(true);
  });

  it('leaves nothing there of a file that was deleted meanwhile, however far it had come', async () => {
    const swift = await startSwift();
    for (const ms of [0, 20, 60, 150, 400]) {
      const world = kept(swift, LARGE);
      const carried = world.files.carry('film').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, ms));
      await world.files.remove('film');
      await carried;
      expect([ms, await namesIn(world.files)]).toEqual([ms, []]);
    }
  });
});
