import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '#app/kernel/instant.ts';
import { ffmpegIn } from '#app/platform/ffmpeg.server.ts';
import { measureFile } from '#app/platform/files.server.ts';
import { probeMedia } from '#app/platform/probe.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { scratchFolder, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import type { CallFacts } from '../call/queries/call-facts.server.ts';
import { attachMedia } from './commands/attach-media.server.ts';
import { copyRecordings } from './commands/copy-recordings.server.ts';
import { forgetOriginals } from './commands/forget-originals.server.ts';
import { keepPoster, writePoster } from './commands/keep-poster.server.ts';
import { removeMedia } from './commands/remove-media.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { mediaPartResponse, mediaResponse } from './queries/media-file.server.ts';
import { myApplication } from './queries/my-application.server.ts';
import { knownKeptFiles, settledFiles } from './store/media.server.ts';
import { findPoster } from './store/recordings.server.ts';

const FFMPEG = ffmpegIn({ FFMPEG_PATH: undefined });
if (FFMPEG === null) process.stdout.write('Copies of recordings are not tested: there is no ffmpeg here.\n');

function studio(setting = FFMPEG ?? 'off') {
  const world = testWorld({ DATA_DIR: scratchFolder(), FFMPEG_PATH: setting });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const call = openCall(world, staff.Grace ?? '', partnerId);
  return { ...drafted(world, call, 'Amina'), call };
}

function drafted(world: TestWorld, call: CallFacts, name: string) {
  const amina = world.person(name);
  const applicationId = writtenDraft(world, amina, call);
  const questionId = call.questions.find((question) => question.byVoice)?.id ?? '';
  const attach = async (filePath: string) => {
    const attached = await attachMedia(world.as(amina), { applicationId, questionId, filePath, fileName: 'film' });
    return attached.ok ? attached.value.mediaId : attached.reason;
  };
  const stored = () => readdirSync(join(world.env.DATA_DIR, 'files')).toSorted();
  const recorded = () =>
    myApplication(world.as(amina), applicationId)?.questions.find(({ id }) => id === questionId)?.recorded;
  return { world, amina, applicationId, questionId, attach, stored, recorded };
}

/** What ffmpeg draws and plays by itself, as another telephone would have written it. */
function filmed(folder: string, name: string, ...words: string[]): string {
  const path = join(folder, name);
  const sources = ['-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=10', '-f', 'lavfi', '-i', 'sine=frequency=440'];
  execFileSync(FFMPEG ?? '', ['-loglevel', 'error', ...sources, '-t', '3', ...words, path]);
  return path;
}

/** What it says is nothing any more after the first third; where each frame lies stays written down behind it. */
function writeOver(path: string): void {
  const bytes = readFileSync(path);
  const from = bytes.indexOf('mdat') + 4;
  const to = bytes.indexOf('moov') - 4;
  writeFileSync(
    path,
    bytes.map((byte, at) => (at > from + (to - from) / 3 && at < to ? byte ^ 0x55 : byte)),
  );
}

describe.runIf(FFMPEG !== null)('the copy that every telephone plays', () => {
  it('takes the place of the original, has its length and a poster', async () => {
    const { world, attach, stored, recorded } = studio();
    const mediaId = await attach('db/story/clips/first-customers.webm');
    expect(recorded()).toMatchObject({ copy: { state: 'waiting', percent: 0 }, hasPoster: false });
    expect(await copyRecordings(world.as(null))).toBe('ready');
    expect(recorded()).toMatchObject({ copy: { state: 'ready', percent: 100 }, hasPoster: true });
    expect(stored()).toEqual([mediaId, `${mediaId}-copy`, `${mediaId}-poster`]);
    const copy = await probeMedia(join(world.env.DATA_DIR, 'files', `${mediaId}-copy`));
    expect(copy).toMatchObject({ mime: 'video/mp4', picture: 'avc', sound: 'aac' });
    const asked = new Request('http://localhost/x');
    const shown = await mediaResponse(world.as(null), mediaId, asked);
    expect([shown.status, shown.headers.get('Content-Type')]).toEqual([200, 'video/mp4']);
    const bytes = Buffer.from(await shown.arrayBuffer());
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    const poster = await mediaPartResponse(world.as(null), mediaId, 'poster', asked, { onlyApproved: true });
    expect([...new Uint8Array(await poster.arrayBuffer())].slice(0, 3)).toEqual([0xff, 0xd8, 0xff]);
    expect(await copyRecordings(world.as(null))).toBeNull();
  });
  it('comes with a frame of that recording, however many wait', async () => {
    const { world, call, attach } = studio();
    const first = await attach('db/story/clips/first-customers.webm');
    world.pass(MINUTE);
    const second = await drafted(world, call, 'Bo').attach('db/story/clips/our-kitchen.mp4');
    world.pass(MINUTE);
    const pictured = () => world.db.$client.prepare('select media_id from media_poster').pluck().all();
    expect(await copyRecordings(world.as(null))).toBe('ready');
    expect(pictured()).toEqual([first]);
    expect(await copyRecordings(world.as(null))).toBe('ready');
    expect(pictured().toSorted()).toEqual([first, second].toSorted());
  });
  it('of a voice has no frame, whoever offers one', async () => {
    const { world, attach } = studio();
    const mediaId = await attach(filmed(world.env.DATA_DIR, 'voice.mp3', '-vn'));
    const picture = filmed(world.env.DATA_DIR, 'frame.png', '-frames:v', '1', '-an');
    expect(await writePoster(world.as(null), mediaId, readFileSync(picture))).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });
  it('has the first of two frames that come at once, and no other bytes under its name', async () => {
    const { world, attach } = studio();
    const mediaId = await attach('db/story/clips/our-kitchen.mp4');
    const { DATA_DIR } = world.env;
    const frames = ['1', '2', '3'].map((at) => filmed(DATA_DIR, `frame-${at}.png`, '-ss', at, '-frames:v', '1', '-an'));
    const kept = await Promise.all(frames.map((frame) => writePoster(world.as(null), mediaId, readFileSync(frame))));
    expect(kept.map(({ ok }) => ok)).toEqual([true, true, true]);
    const { bytes, sha256 } = await measureFile(join(DATA_DIR, 'files', `${mediaId}-poster`));
    expect(findPoster(world.db, mediaId)).toMatchObject({ bytes, sha256 });
  });
  it('keeps no frame for somebody who was sent away, or sent it off, while it was drawn', async () => {
    const { world, amina, applicationId, attach, stored } = studio();
    const mediaId = await attach('db/story/clips/our-kitchen.mp4');
    const frame = readFileSync(filmed(world.env.DATA_DIR, 'frame.png', '-frames:v', '1', '-an'));
    const keeping = keepPoster(world.as(amina), mediaId, frame);
    expect(submitApplication(world.as(amina), applicationId).ok).toBe(true);
    expect(await keeping).toEqual({ ok: false, reason: 'not-found' });
    expect(stored()).toEqual([mediaId]);
    expect(await keepPoster(world.as(world.person('Bo')), mediaId, frame)).toEqual({ ok: false, reason: 'not-found' });
  });
  it('is made of what few browsers play, which is refused with words where no copy can be made', async () => {
    const { world, attach, recorded } = studio();
    const hevc = filmed(
      world.env.DATA_DIR,
      'hevc.mov',
      '-c:v',
      'libx265',
      '-x265-params',
      'log-level=error',
      '-c:a',
      'aac',
    );
    await attach(hevc);
    expect(await copyRecordings(world.as(null))).toBe('ready');
    expect(recorded()?.copy).toEqual({ state: 'ready', percent: 100 });
    expect(await studio('off').attach(hevc)).toBe('not-playable');
  });
  it('is made of a voice too, and does not keep anybody from sending', async () => {
    const { world, amina, applicationId, attach, recorded, stored } = studio();
    const mediaId = await attach(filmed(world.env.DATA_DIR, 'voice.mp3', '-vn'));
    expect(submitApplication(world.as(amina), applicationId).ok).toBe(true);
    expect(await copyRecordings(world.as(null))).toBe('ready');
    expect(recorded()).toMatchObject({ kind: 'audio', copy: { state: 'ready' } });
    expect(stored()).toEqual([mediaId, `${mediaId}-copy`]);
    expect(
      (await mediaResponse(world.as(null), mediaId, new Request('http://localhost/x'))).headers.get('Content-Type'),
    ).toBe('audio/mp4');
  });
  it('is begun again after a restart, and no more than three times', async () => {
    const { world, attach, recorded, stored } = studio();
    const mediaId = await attach('db/story/clips/our-kitchen.mp4');
    const cutOff = (tries: number) =>
      world.db.$client.exec(`update media_copy set state = 'transcoding', percent = 40, tries = ${tries}`);
    cutOff(3);
    expect(await copyRecordings(world.as(null))).toBe('failed');
    expect([recorded()?.copy?.state, stored()]).toEqual(['failed', [mediaId]]);
    cutOff(2);
    expect(await copyRecordings(world.as(null))).toBe('ready');
  });
  it('that cannot be made leaves the original as it came', async () => {
    const { world, attach, recorded, stored } = studio();
    const mediaId = await attach('db/story/clips/our-kitchen.mp4');
    const file = join(world.env.DATA_DIR, 'files', mediaId);
    writeFileSync(file, readFileSync(file).fill(0, 2_000));
    expect(await copyRecordings(world.as(null))).toBe('failed');
    expect([recorded()?.copy?.state, stored()]).toEqual(['failed', [mediaId]]);
  });
  it.each(['h264', 'aac'])('is not made of a film that breaks off inside: %s', async (broken) => {
    const { world, attach, recorded, stored } = studio();
    // Sound and picture in files of their own: one of them is written over from a third on, and they are joined again.
    const { DATA_DIR } = world.env;
    const picture = filmed(DATA_DIR, 'picture.mp4', '-an', '-c:v', 'libx264', '-g', '5');
    const sound = filmed(DATA_DIR, 'sound.m4a', '-vn', '-c:a', 'aac');
    writeOver(broken === 'h264' ? picture : sound);
    const path = join(DATA_DIR, 'film.mp4');
    const joined = ['-i', picture, '-i', sound, '-c', 'copy', path];
    execFileSync(FFMPEG ?? '', ['-loglevel', 'quiet', ...joined]);
    const mediaId = await attach(path);
    expect(await copyRecordings(world.as(null))).toBe('failed');
    expect([recorded()?.copy?.state, stored()]).toEqual(['failed', [mediaId]]);
  });
  it('leaves the original until no backup is asked for that knows of no copy', async () => {
    const { world, attach, stored } = studio();
    const mediaId = await attach('db/story/clips/our-kitchen.mp4');
    const backup = openDatabase(world.db.$client.serialize());
    await copyRecordings(world.as(null));
    const all = [mediaId, `${mediaId}-copy`, `${mediaId}-poster`];
    expect([...knownKeptFiles(backup, all)]).toEqual(all);
    expect([...settledFiles(world.db, all)]).toEqual(all);
    world.pass(30 * DAY);
    expect(await forgetOriginals(world.as(null))).toBe(0);
    world.pass(1);
    expect(await forgetOriginals(world.as(null))).toBe(1);
    expect(stored()).toEqual(all.slice(1));
    expect([...knownKeptFiles(world.db, all)]).toEqual(all.slice(1));
    expect(await forgetOriginals(world.as(null))).toBe(0);
  });
  it('waits for a store that is down, however often, and is made afterwards', async () => {
    const { world, attach, recorded } = studio();
    const mediaId = await attach('db/story/clips/our-kitchen.mp4');
    const file = join(world.env.DATA_DIR, 'files', mediaId);
    renameSync(file, `${file}.away`);
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await copyRecordings(world.as(null))).toBe('later');
      world.pass(5 * MINUTE - 1);
      expect(await copyRecordings(world.as(null))).toBeNull();
      world.pass(1);
    }
    renameSync(`${file}.away`, file);
    expect(await copyRecordings(world.as(null))).toBe('ready');
    expect(recorded()?.copy?.state).toBe('ready');
  });
  it('is put off when the portal stops, and counts that against nobody', async () => {
    const { world, attach } = studio();
    await attach('db/story/clips/our-kitchen.mp4');
    for (let stops = 0; stops < 4; stops += 1) {
      expect(await copyRecordings(world.as(null), AbortSignal.abort())).toBe('later');
    }
    expect(await copyRecordings(world.as(null))).toBe('ready');
  });
  it('goes with the recording when that is taken off', async () => {
    const { world, amina, applicationId, questionId, attach, stored } = studio();
    await attach('db/story/clips/our-kitchen.mp4');
    await copyRecordings(world.as(null));
    await removeMedia(world.as(amina), applicationId, questionId);
    expect(stored()).toEqual([]);
  });
});

describe('without ffmpeg', () => {
  it('nothing waits and nothing is promised', async () => {
    const { world, attach, recorded } = studio('off');
    await attach('db/story/clips/our-kitchen.mp4');
    expect(await copyRecordings(world.as(null))).toBeNull();
    expect(recorded()?.copy).toBeNull();
  });
});
