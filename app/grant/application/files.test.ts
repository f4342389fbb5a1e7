import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { PLAIN_QUESTION } from '#app/grant/call/rules/questions.ts';
import { HOUR } from '#app/kernel/instant.ts';
import { testWorld } from '#test/world/test-world.ts';
import { scratchFolder } from '#test/world/trial-application.ts';
import { draftCall } from '#test/world/trial-call.ts';
import { publishCall } from '../call/commands/publish-call.server.ts';
import { setQuestions } from '../call/commands/set-questions.server.ts';
import { attachMedia } from './commands/attach-media.server.ts';
import { receiveMedia } from './commands/receive-media.server.ts';
import { startApplication } from './commands/start-application.server.ts';
import { mediaResponse } from './queries/media-file.server.ts';
import { myApplication } from './queries/my-application.server.ts';

/** A call with one question that asks for a file, and one that may be answered by voice alone. */
function desk() {
  const world = testWorld({ DATA_DIR: scratchFolder() });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const grace = world.as(staff.Grace ?? '');
  const { id: callId } = draftCall(world, staff.Grace ?? '', partnerId);
  const asked = { ...PLAIN_QUESTION, guidance: '', wordsMax: 0, required: true };
  const questions = [
    { ...asked, kind: 'file', label: 'Your budget' },
    { ...asked, kind: 'recording', label: 'Who are you?', byVoice: true },
  ] as const;
  setQuestions(grace, callId, questions);
  expect(publishCall(grace, callId)).toMatchObject({ ok: true });
  world.pass(HOUR);
  const amina = world.as(world.person('Amina'));
  const started = startApplication(amina, callId);
  const applicationId = started.ok ? started.value.applicationId : '';
  const answers = () => myApplication(amina, applicationId)?.questions ?? [];
  const [budget, voice] = answers().map(({ id }) => id);
  const send = async (fileName: string, bytes: Uint8Array, questionId = budget ?? '') => {
    const filePath = join(world.env.DATA_DIR, 'sent');
    writeFileSync(filePath, bytes);
    const sent = await attachMedia(amina, { applicationId, questionId, filePath, fileName });
    return sent.ok ? sent.value.mediaId : sent.reason;
  };
  const kept = (name: string) => readFileSync(join(world.env.DATA_DIR, 'files', name));
  const arriving = () => readdirSync(join(world.env.DATA_DIR, 'arrivals'));
  return { world, amina, applicationId, send, kept, arriving, answers, voice: voice ?? '' };
}

const paper = (trailer = '') =>
  Buffer.from(`%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< /Size 1 ${trailer} >>\nstartxref\n30\n%%EOF\n`);

const photograph = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Model: 'Telephone of Amina' }, IFD3: { GPSLatitude: '52/1 24/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

describe('a file that is too large', () => {
  it('is not written to its end, and is refused in words', async () => {
    const { world, amina, applicationId, answers, arriving } = desk();
    const most: number[] = [];
    async function* chunks() {
      const chunk = Buffer.alloc(1024 * 1024, 7);
      for (let sent = 0; sent < 30; sent += 1) {
        yield chunk;
        const [name = ''] = arriving();
        most.push(statSync(join(world.env.DATA_DIR, 'arrivals', name)).size);
      }
    }
    const film = { applicationId, questionId: answers()[0]?.id ?? '', fileName: 'film.pdf', chunks: chunks() };
    expect(await receiveMedia(amina, film)).toEqual({ ok: false, reason: 'file-too-large' });
    expect(Math.max(...most)).toBe(20 * 1024 * 1024 + 1);
    expect(arriving()).toEqual([]);
  });
});

describe('answering with a picture', () => {
  it('keeps it upright, and nothing of where and with what it was taken', async () => {
    const { send, kept, arriving, answers } = desk();
    const photo = await photograph();
    expect(photo.includes('Telephone of Amina')).toBe(true);
    const mediaId = await send('our street.jpg', photo);
    const drawn = kept(`${mediaId}-clean`);
    const { exif, orientation, width, height, format } = await sharp(drawn).metadata();
    expect({ exif, orientation, width, height, format }).toEqual({
      exif: undefined,
      orientation: undefined,
      width: 20,
      height: 40,
      format: 'jpeg',
    });
    expect(drawn.includes('Telephone')).toBe(false);
    expect(answers()[0]).toMatchObject({
      recorded: { kind: 'file', mime: 'image/jpeg', seconds: 0 },
      progress: 'done',
    });
    expect(arriving()).toEqual([]);
  });
  it('draws one as new telephones make it, HEIC, as a picture that every browser shows', async () => {
    const { send, kept, answers } = desk();
    const photo = readFileSync('test/data/pictures/two-colours.heic');
    expect(photo.includes('Telephone of Amina')).toBe(true);
    const mediaId = await send('IMG_0001.HEIC', photo);
    const drawn = kept(`${mediaId}-clean`);
    const { exif, width, height, format } = await sharp(drawn).metadata();
    expect({ exif, width, height, format }).toEqual({ exif: undefined, width: 96, height: 64, format: 'jpeg' });
    const { data, info } = await sharp(drawn).raw().toBuffer({ resolveWithObject: true });
    const colourAt = (x: number) => [...data.subarray((32 * info.width + x) * info.channels).subarray(0, 3)];
    const [left, right] = [colourAt(20), colourAt(76)];
    expect([(left[0] ?? 0) > 150, (left[2] ?? 0) < 90]).toEqual([true, true]);
    expect([(right[0] ?? 0) < 90, (right[2] ?? 0) > 150]).toEqual([true, true]);
    expect(answers()[0]).toMatchObject({ recorded: { kind: 'file', mime: 'image/jpeg' }, progress: 'done' });
  });
  it('keeps what is see-through as it is', async () => {
    const { send, kept } = desk();
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const png = await sharp({ create: { width: 8, height: 8, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const mediaId = await send('logo.png', png);
    expect((await sharp(kept(`${mediaId}-clean`)).metadata()).format).toBe('webp');
  });
  it('refuses one that only begins like one', async () => {
    const { send, arriving } = desk();
    expect(await send('photo.jpg', Buffer.from('\xff\xd8\xff and then only words', 'latin1'))).toBe('not-readable');
    const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic', 'latin1'), Buffer.alloc(200)]);
    expect(await send('photo.heic', heic)).toBe('not-readable');
    const half = readFileSync('test/data/pictures/two-colours.heic').subarray(0, 500);
    expect(await send('photo.heic', half)).toBe('not-readable');
    expect(arriving()).toEqual([]);
  });
});

describe('answering with a document', () => {
  it('is saved under the name it was sent with, and shown by no browser of ours', async () => {
    const { world, send } = desk();
    const mediaId = await send('ميزانية "1".pdf', paper());
    const response = await mediaResponse(world.as(null), mediaId, new Request('http://localhost/x'));
    const disposition = response.headers.get('Content-Disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''%D9%85/);
    expect(disposition).not.toContain('\n');
    expect(response.headers.get('Content-Security-Policy')).toContain('sandbox');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(paper());
  });
  it('is refused with words when it is locked, cut off, empty or something else', async () => {
    const { send } = desk();
    expect(await send('budget.pdf', paper('/Encrypt 5 0 R'))).toBe('locked');
    expect(await send('budget.pdf', paper().subarray(0, 40))).toBe('not-readable');
    expect(await send('budget.pdf', Buffer.alloc(0))).toBe('empty');
    for (const other of ['PK\x03\x04 a zip, or a letter with macros', '<svg xmlns="http://www.w3.org/2000/svg"/>']) {
      expect(await send('budget.pdf', Buffer.from(other, 'latin1'))).toBe('wrong-kind');
    }
    expect(await send('budget.pdf', readFileSync('db/story/clips/our-kitchen.mp4'))).toBe('wrong-kind');
  });
});

describe('a list of addresses that is called a recording', () => {
  it('is refused, and nothing of it is fetched', async () => {
    const { send, voice } = desk();
    const lists = ['#EXTM3U\n#EXTINF:9,\nhttp://127.0.0.1/secret.ts\n', 'ffconcat version 1.0\nfile /etc/passwd\n'];
    for (const list of lists) expect(await send('voice.m4a', Buffer.from(list), voice)).toBe('points-elsewhere');
  });
  it('is refused in an MP4 that says its film is in another file', async () => {
    const { send, voice } = desk();
    const film = Buffer.from(readFileSync('db/story/clips/our-kitchen.mp4'));
    // The flag that says "in this file" (ISO 14496-12, 8.7.2).
    const at = film.indexOf('url ', film.indexOf('dref'));
    film.writeUInt32BE(0, at + 4);
    expect(await send('voice.mp4', film, voice)).toBe('points-elsewhere');
  });
  it('leaves an honest film to be judged for what it is', async () => {
    const { send, voice } = desk();
    expect(await send('voice.mp4', readFileSync('db/story/clips/our-kitchen.mp4'), voice)).toBe('has-picture');
    expect(await send('voice.amr', Buffer.from('#!AMR\n and so on'), voice)).toBe('not-playable');
  });
});
