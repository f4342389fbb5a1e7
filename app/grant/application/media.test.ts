import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PLAIN_QUESTION } from '#app/grant/call/rules/questions.ts';
import type { Id } from '#app/kernel/id.ts';
import { DAY, HOUR, MINUTE } from '#app/kernel/instant.ts';
import { measureFile } from '#app/platform/files.server.ts';
import { measureTracks, probeMedia } from '#app/platform/probe.server.ts';
import { clips } from '#db/story/clips.ts';
import { testWorld } from '#test/world/test-world.ts';
import { scratchFolder, writtenDraft } from '#test/world/trial-application.ts';
import { draftCall, openCall } from '#test/world/trial-call.ts';
import { publishCall } from '../call/commands/publish-call.server.ts';
import { setQuestions } from '../call/commands/set-questions.server.ts';
import { attachMedia } from './commands/attach-media.server.ts';
import { beginMedia } from './commands/begin-media.server.ts';
import { finishMedia } from './commands/finish-media.server.ts';
import { receiveMedia } from './commands/receive-media.server.ts';
import { removeMedia } from './commands/remove-media.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { startApplication } from './commands/start-application.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { sweepKeptFiles } from './commands/sweep-kept-files.server.ts';
import { sweepUploads } from './commands/sweep-uploads.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { applicationAnswers } from './queries/application-answers.server.ts';
import { applicationCard } from './queries/application-card.server.ts';
import { mediaOwner, mediaResponse } from './queries/media-file.server.ts';
import { myApplication } from './queries/my-application.server.ts';
import { findMedia, knownArrivals, knownKeptFiles } from './store/media.server.ts';

const CLIP = 'db/story/clips/our-kitchen.mp4';

function studio(videoSecondsMax = 180, DATA_DIR = scratchFolder()) {
  const world = testWorld({ DATA_DIR });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const call = openCall(world, staff.Grace ?? '', partnerId, { videoSecondsMax });
  const amina = world.person('Amina');
  const applicationId = writtenDraft(world, amina, call);
  const questionId = call.questions.find((question) => question.byVideo)?.id ?? '';
  const writtenOnly = call.questions.find((question) => !question.byVideo)?.id ?? '';
  const attach = (filePath: string, question = questionId, by: Id = amina) =>
    attachMedia(world.as(by), { applicationId, questionId: question, filePath, fileName: 'film.mp4' });
  const stored = () => filesIn(join(world.env.DATA_DIR, 'files'));
  const arriving = () => filesIn(join(world.env.DATA_DIR, 'arrivals'));
  return { world, call, amina, applicationId, questionId, writtenOnly, attach, stored, arriving };
}

function filesIn(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder);
}

/** Seven seconds become fourteen: every track counts half as many ticks to the second (ISO 14496-12, `mdhd`). */
function atHalfSpeed(film: Buffer): Buffer {
  const slow = Buffer.from(film);
  for (let at = slow.indexOf('mdhd'); at >= 0; at = slow.indexOf('mdhd', at + 4)) {
    slow.writeUInt32BE(slow.readUInt32BE(at + 16) / 2, at + 16);
  }
  return slow;
}

const refusal = (reason: string) => ({ ok: false, reason });

async function* inChunks(bytes: Uint8Array, size = 10_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('answering on video', () => {
  it('takes every clip of the story, as a telephone and as a browser would send it', async () => {
    const { world, attach, applicationId, stored, arriving } = studio();
    for (const clip of clips) {
      const attached = await attach(`db/story/${clip.file}`);
      expect(attached.ok, clip.file).toBe(true);
      const [answer] = applicationAnswers(world.as(null), applicationId);
      expect(answer?.media?.mime).toBe(clip.mime);
      expect(Math.abs((answer?.media?.seconds ?? 0) - clip.seconds)).toBeLessThan(0.5);
    }
    // Each replaced the one before it, and nothing is left lying about.
    expect([stored().length, arriving().length]).toEqual([1, 0]);
  });

  it('keeps the file under a random name that only the portal may read', async () => {
    const { world, attach, stored } = studio();
    await attach(CLIP);
    const [name = ''] = stored();
    const kept = join(world.env.DATA_DIR, 'files', name);
    expect(name).toMatch(/^[0-9a-z]{20}$/);
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect(readFileSync(kept).equals(readFileSync(CLIP))).toBe(true);
  });

  it('takes nothing for a question that is not asked, until an answer makes it one', async () => {
    const world = testWorld({ DATA_DIR: scratchFolder() });
    const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
    const grace = world.as(staff.Grace ?? '');
    const { id: callId } = draftCall(world, staff.Grace ?? '', partnerId);
    const plain = { ...PLAIN_QUESTION, guidance: '', wordsMax: 0, required: true };
    setQuestions(grace, callId, [
      { ...plain, key: 'hall', kind: 'choice', label: 'Do you need a hall?', options: ['Yes', 'No'] },
      {
        ...plain,
        label: 'Show us where.',
        wordsMax: 50,
        byVideo: true,
        onlyIf: { questionId: 'hall', anyOf: ['Yes'] },
      },
    ]);
    expect(publishCall(grace, callId)).toMatchObject({ ok: true });
    world.pass(HOUR);
    const amina = world.as(world.person('Amina'));
    const started = startApplication(amina, callId);
    const applicationId = started.ok ? started.value.applicationId : '';
    const [hall = '', where = ''] = myApplication(amina, applicationId)?.questions.map(({ id }) => id) ?? [];
    const begin = () => beginMedia(amina, { applicationId, questionId: where, fileName: 'film.mp4', bytes: 1_000 });
    expect(await begin()).toEqual(refusal('not-found'));
    saveAnswer(amina, applicationId, hall, 'No');
    expect(await begin()).toEqual(refusal('not-found'));
    saveAnswer(amina, applicationId, hall, 'Yes');
    expect((await begin()).ok).toBe(true);
  });

  it('counts as an answer without a written word', async () => {
    const { world, call, amina, applicationId, questionId, attach } = studio();
    await attach(CLIP);
    world.db.$client.exec(`update answer set text = '', words = 0 where question_id = '${questionId}'`);
    expect(submitApplication(world.as(amina), applicationId).ok).toBe(true);
    expect(applicationCard(world.as(null), applicationId)?.videoSeconds).toBe(7);
    expect(call.questions.length).toBeGreaterThan(1);
  });

  it('refuses a text that is called a film', async () => {
    const { world, attach, applicationId, amina, stored, arriving } = studio();
    const text = join(world.env.DATA_DIR, 'letter.mp4');
    writeFileSync(text, 'This is only a text.');
    expect(await attach(text)).toEqual(refusal('wrong-kind'));
    expect(myApplication(world.as(amina), applicationId)?.questions[0]?.arriving).toMatchObject({
      state: 'rejected',
      rejectedReason: 'wrong-kind',
    });
    expect([stored().length, arriving().length]).toEqual([0, 0]);
  });

  it('refuses half a film', async () => {
    const { world, attach } = studio();
    const half = join(world.env.DATA_DIR, 'half.webm');
    const whole = readFileSync('db/story/clips/first-customers.webm');
    writeFileSync(half, whole.subarray(0, 40));
    const refused = await attach(half);
    expect(refused.ok).toBe(false);
  });

  it('refuses a film that is too long, and keeps the earlier one', async () => {
    const { attach, world, applicationId, stored } = studio(10);
    expect((await attach(CLIP)).ok).toBe(true);
    const before = applicationAnswers(world.as(null), applicationId)[0]?.media;
    const slow = join(world.env.DATA_DIR, 'slow.mp4');
    writeFileSync(slow, atHalfSpeed(readFileSync(CLIP)));
    expect(await attach(slow)).toEqual(refusal('too-long'));
    expect(applicationAnswers(world.as(null), applicationId)[0]?.media).toEqual(before);
    expect(stored()).toHaveLength(1);
  });

  it('refuses it where the call does not take it, and to anybody else', async () => {
    const { world, writtenOnly, questionId, attach } = studio();
    expect(await attach(CLIP, writtenOnly)).toEqual(refusal('nothing-taken-here'));
    expect(await attach(CLIP, questionId, world.person('Bo'))).toEqual(refusal('not-found'));
    expect(await attach(CLIP, 'no-such-question')).toEqual(refusal('not-found'));
  });

  it('refuses it after the call has closed and after the application was sent', async () => {
    const { world, call, amina, applicationId, attach } = studio();
    world.moveTo(call.closesAt);
    expect(await attach(CLIP)).toEqual(refusal('call-not-open'));
    world.moveTo(call.closesAt - HOUR);
    submitApplication(world.as(amina), applicationId);
    expect(await attach(CLIP)).toEqual(refusal('already-submitted'));
  });

  it('compares the hash that the sender gave', async () => {
    const { world, amina, applicationId, questionId } = studio();
    const begun = await beginMedia(world.as(amina), {
      applicationId,
      questionId,
      fileName: 'film.mp4',
      bytes: 56_954,
      sha256Given: 'f'.repeat(64),
    });
    const mediaId = begun.ok ? begun.value.mediaId : '';
    writeFileSync(join(world.env.DATA_DIR, 'arrivals', mediaId), readFileSync(CLIP));
    expect(await finishMedia(world.as(amina), mediaId)).toEqual(refusal('damaged'));
  });

  it('takes a film in one piece, as a form without scripts sends it', async () => {
    const { world, amina, applicationId, questionId } = studio();
    const coming = { applicationId, questionId, fileName: 'film.mp4', chunks: inChunks(readFileSync(CLIP)) };
    expect((await receiveMedia(world.as(amina), coming)).ok).toBe(true);
  });

  it('forgets a form that stopped half way, so that nothing stands in the way of sending', async () => {
    const { world, amina, applicationId, questionId, arriving } = studio();
    async function* broken() {
      yield readFileSync(CLIP).subarray(0, 1_000);
      throw new Error('the connection is gone');
    }
    const coming = { applicationId, questionId, fileName: 'film.mp4', chunks: broken() };
    await expect(receiveMedia(world.as(amina), coming)).rejects.toThrow('the connection is gone');
    expect(myApplication(world.as(amina), applicationId)?.gaps).toEqual([]);
    expect(arriving()).toEqual([]);
  });
});

describe('a film that says where it was filmed', () => {
  it.each(['with-place.mov', 'with-place.mp4'])('is kept without the place, and plays as before: %s', async (name) => {
    const { world, attach } = studio();
    const path = `test/data/recordings/${name}`;
    const film = readFileSync(path);
    expect(film.includes('+52.4081') || film.includes('loci')).toBe(true);
    const sent = await attach(path);
    const mediaId = sent.ok ? sent.value.mediaId : sent.reason;
    const shown = await mediaResponse(world.as(null), mediaId, new Request('http://localhost/x'));
    const kept = Buffer.from(await shown.arrayBuffer());
    expect(kept.length).toBe(film.length);
    for (const told of ['+52.4081', '\xa9xyz', 'loci', 'location'])
      expect(kept.includes(told, 0, 'latin1')).toBe(false);
    const keptPath = join(world.env.DATA_DIR, 'files', `${mediaId}-clean`);
    expect(await probeMedia(keptPath)).toEqual(await probeMedia(path));
    expect(await measureTracks(keptPath)).toEqual(await measureTracks(path));
    expect(findMedia(world.db, mediaId)).toMatchObject(await measureFile(keptPath));
  });
  it('is told from one that says nothing of it, which is kept as it came', async () => {
    const { attach, stored } = studio();
    const sent = await attach(CLIP);
    expect(stored()).toEqual([sent.ok ? sent.value.mediaId : sent.reason]);
  });
});

describe('taking a video off again', () => {
  it('deletes its file', async () => {
    const { world, amina, applicationId, questionId, attach, stored } = studio();
    await attach(CLIP);
    expect(await removeMedia(world.as(world.person('Bo')), applicationId, questionId)).toEqual(refusal('not-found'));
    expect(await removeMedia(world.as(amina), applicationId, questionId)).toEqual({ ok: true, value: 'removed' });
    expect([stored(), applicationAnswers(world.as(null), applicationId)[0]?.media]).toEqual([[], null]);
    submitApplication(world.as(amina), applicationId);
    expect(await removeMedia(world.as(amina), applicationId, questionId)).toEqual(refusal('frozen'));
  });
});

describe('a video on its way', () => {
  it('keeps an application from being sent until it has arrived or was removed', async () => {
    const { world, amina, applicationId, questionId } = studio();
    await beginMedia(world.as(amina), { applicationId, questionId, fileName: 'film.mp4', bytes: 9 });
    expect(submitApplication(world.as(amina), applicationId)).toEqual(refusal('video-not-ready'));
    await removeMedia(world.as(amina), applicationId, questionId);
    expect(submitApplication(world.as(amina), applicationId).ok).toBe(true);
  });
  it('does not keep a draft from being taken back', async () => {
    const { world, amina, applicationId, questionId, arriving } = studio();
    const begun = await beginMedia(world.as(amina), { applicationId, questionId, fileName: 'film.mp4', bytes: 9 });
    writeFileSync(join(world.env.DATA_DIR, 'arrivals', begun.ok ? begun.value.mediaId : ''), 'half a film');
    expect((await withdrawApplication(world.as(amina), applicationId)).ok).toBe(true);
    expect(arriving()).toEqual([]);
  });
});

describe('taking an application back', () => {
  it('deletes the videos of a draft that nobody was sent', async () => {
    const { world, amina, applicationId, questionId, attach, stored } = studio();
    const attached = await attach(CLIP);
    // Another one is on its way to replace it.
    await beginMedia(world.as(amina), { applicationId, questionId, fileName: 'film.mp4', bytes: 9 });
    expect((await withdrawApplication(world.as(amina), applicationId)).ok).toBe(true);
    expect([stored(), mediaOwner(world.as(null), attached.ok ? attached.value.mediaId : '')]).toEqual([[], null]);
  });
  it('keeps the videos of one that was submitted: a panel may have judged them', async () => {
    const { world, amina, applicationId, attach, stored } = studio();
    await attach(CLIP);
    submitApplication(world.as(amina), applicationId);
    expect((await withdrawApplication(world.as(amina), applicationId)).ok).toBe(true);
    expect(stored()).toHaveLength(1);
  });
});

describe('the room for one application’s videos', () => {
  const LARGEST = 500 * 1024 * 1024;
  const LEFT = 48 * 1024 * 1024;
  /** A draft of a call with seven questions on video; four films of the largest kind are announced. */
  async function nearlyFull() {
    const world = testWorld({ DATA_DIR: scratchFolder() });
    const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
    const grace = world.as(staff.Grace ?? '');
    const { id: callId } = draftCall(world, staff.Grace ?? '', partnerId);
    const spoken = { ...PLAIN_QUESTION, guidance: '', wordsMax: 50, required: true, byVideo: true };
    const labels = ['Who?', 'What?', 'Where?', 'When?', 'Why?', 'How?', 'Since when?'];
    setQuestions(
      grace,
      callId,
      labels.map((label) => ({ ...spoken, label })),
    );
    expect(publishCall(grace, callId)).toMatchObject({ ok: true });
    world.pass(HOUR);
    const amina = world.as(world.person('Amina'));
    const started = startApplication(amina, callId);
    const applicationId = started.ok ? started.value.applicationId : '';
    const [last = '', spare = '', third = '', ...others] =
      myApplication(amina, applicationId)?.questions.map(({ id }) => id) ?? [];
    const begin = (questionId: Id, bytes: number) =>
      beginMedia(amina, { applicationId, questionId, fileName: 'film.mp4', bytes });
    for (const questionId of others) expect((await begin(questionId, LARGEST)).ok).toBe(true);
    return { amina, applicationId, last, spare, third, others, begin };
  }
  it('counts what was announced, so that what cannot fit is refused before its first byte', async () => {
    const { last, others, begin } = await nearlyFull();
    expect((await begin(last, LEFT)).ok).toBe(true);
    expect(await begin(last, LEFT + 1)).toEqual(refusal('application-full'));
    // Instead of one that is there already, another of the same size always fits.
    expect((await begin(others[0] ?? '', LARGEST)).ok).toBe(true);
  });
  it('is measured again at the end: a form without scripts announces nothing', async () => {
    const { amina, applicationId, last, spare, begin } = await nearlyFull();
    const film = readFileSync(CLIP);
    const send = () =>
      receiveMedia(amina, { applicationId, questionId: last, fileName: 'film.mp4', chunks: inChunks(film) });
    await begin(spare, LEFT - film.length + 1);
    expect(await send()).toEqual(refusal('application-full'));
    await begin(spare, LEFT - film.length);
    expect((await send()).ok).toBe(true);
  });
  it('is measured once more before it is given: of two that arrive together one gets the last of it', async () => {
    const { amina, applicationId, last, spare, third, begin } = await nearlyFull();
    const film = readFileSync(CLIP);
    await begin(third, LEFT - Math.floor(film.length * 1.5));
    const send = (questionId: Id) =>
      receiveMedia(amina, { applicationId, questionId, fileName: 'film.mp4', chunks: inChunks(film) });
    const sent = await Promise.all([send(last), send(spare)]);
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(sent.find(({ ok }) => !ok)).toEqual(refusal('application-full'));
  });
});

/** A disk that is small enough to be promised away: the memory that a Linux machine shows as one. */
const SMALL_DISK = '/dev/shm';
const roomOn = (path: string) => {
  const disk = statfsSync(path);
  const [free, size] = [disk.bavail * disk.bsize, disk.blocks * disk.bsize];
  return free - Math.min(size * 0.15, 5 * 1024 ** 3);
};
const isSmall = existsSync(SMALL_DISK) && roomOn(SMALL_DISK) < 64 * 1024 ** 3;

describe.runIf(isSmall)('the room on the disk', () => {
  it('is not promised twice: what was announced and is still to come counts, for as long as it may', async () => {
    const folder = mkdtempSync(join(SMALL_DISK, 'common-pot-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { world, call, questionId } = studio(180, folder);
    const room = roomOn(folder);
    const bytes = Math.floor(Math.min(500 * 1024 * 1024, room / 3));
    const fits = Math.floor(room / bytes);
    const announce = (name: string) => {
      const by = world.as(world.person(name));
      const started = startApplication(by, call.id);
      const applicationId = started.ok ? started.value.applicationId : '';
      return beginMedia(by, { applicationId, questionId, fileName: 'film.mp4', bytes });
    };
    const answers = [];
    for (let person = 0; person < fits + 2; person += 1) answers.push(await announce(`Person ${person}`));
    expect(answers.at(-1)).toEqual(refusal('disk-full'));
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(fits - 3);
    // Whoever begins again gives back what they were promised.
    expect((await announce('Person 0')).ok).toBe(true);
    world.pass(2 * HOUR + 1);
    expect((await announce('Bo')).ok).toBe(true);
  });
});

describe('sending another video instead', () => {
  it('deletes the bytes of the one that was on its way, so that nobody fills the disk with beginnings', async () => {
    const { world, amina, applicationId, questionId, arriving } = studio();
    const coming = { applicationId, questionId, fileName: 'film.mp4', bytes: 9 };
    const first = await beginMedia(world.as(amina), coming);
    writeFileSync(join(world.env.DATA_DIR, 'arrivals', first.ok ? first.value.mediaId : ''), 'half a film');
    await beginMedia(world.as(amina), coming);
    expect(arriving()).toEqual([]);
  });
});

describe('sweeping', () => {
  it('forgets what was begun and left for two days, and not a minute earlier', async () => {
    const { world, amina, applicationId, questionId } = studio();
    await beginMedia(world.as(amina), { applicationId, questionId, fileName: 'film.mp4', bytes: 9 });
    world.pass(2 * DAY);
    expect(await sweepUploads(world.as(null))).toMatchObject({ forgotten: 0 });
    world.pass(MINUTE);
    expect(await sweepUploads(world.as(null))).toMatchObject({ forgotten: 1 });
    expect(myApplication(world.as(amina), applicationId)?.gaps).toEqual([]);
  });
  it('waits for a film as long as its bytes keep coming, however long it was on its way', async () => {
    const { world, amina, applicationId, questionId } = studio();
    const begun = await beginMedia(world.as(amina), { applicationId, questionId, fileName: 'film.mp4', bytes: 9 });
    const arrival = join(world.env.DATA_DIR, 'arrivals', begun.ok ? begun.value.mediaId : '');
    writeFileSync(arrival, 'film');
    world.pass(5 * DAY);
    const lastByte = (world.now() - 2 * DAY) / 1000;
    utimesSync(arrival, lastByte, lastByte);
    expect(await sweepUploads(world.as(null))).toMatchObject({ forgotten: 0 });
    world.pass(MINUTE);
    expect(await sweepUploads(world.as(null))).toMatchObject({ forgotten: 1 });
  });
  it('does not stop at what came for an application that was sent meanwhile', async () => {
    const { world, amina, applicationId, questionId } = studio();
    await beginMedia(world.as(amina), { applicationId, questionId, fileName: 'film.mp4', bytes: 9 });
    // As an older version of the portal left it.
    world.db.$client.exec(`update application set state = 'withdrawn',
      withdrawn_at = ${world.now()} where id = '${applicationId}'`);
    world.pass(3 * DAY);
    expect(await sweepUploads(world.as(null))).toMatchObject({ forgotten: 0, failed: 1 });
  });
  it('judges one whose last byte came just before the restart', async () => {
    const { world, amina, applicationId, questionId } = studio();
    const begun = await beginMedia(world.as(amina), { applicationId, questionId, fileName: 'film.mp4', bytes: 56_954 });
    const mediaId = begun.ok ? begun.value.mediaId : '';
    writeFileSync(join(world.env.DATA_DIR, 'arrivals', mediaId), readFileSync(CLIP));
    expect(await sweepUploads(world.as(null))).toMatchObject({ judged: 1 });
    expect(mediaOwner(world.as(null), mediaId)).toMatchObject({ applicationId });
  });
  it('goes on when one file cannot be read', async () => {
    const { world, call, amina, applicationId, questionId } = studio();
    const theirs = writtenDraft(world, world.person('Bo'), call);
    const cutOff = async (by: Id, draft: Id) => {
      const coming = { applicationId: draft, questionId, fileName: 'film.mp4', bytes: 56_954 };
      const begun = await beginMedia(world.as(by), coming);
      const mediaId = begun.ok ? begun.value.mediaId : '';
      world.db.$client.exec(`update media set state = 'hashing' where id = '${mediaId}'`);
      return mediaId;
    };
    const unreadable = await cutOff(amina, applicationId);
    const whole = await cutOff(world.person('Bo'), theirs);
    mkdirSync(join(world.env.DATA_DIR, 'arrivals', unreadable));
    writeFileSync(join(world.env.DATA_DIR, 'arrivals', whole), readFileSync(CLIP));
    expect(await sweepUploads(world.as(null))).toMatchObject({ judged: 1, failed: 1 });
    expect(mediaOwner(world.as(null), whole)).toMatchObject({ applicationId: theirs });
  });
  it('can ask for more files than a statement of the database takes names', async () => {
    const { world, attach, stored } = studio();
    await attach(CLIP);
    const names = Array.from({ length: 40_000 }, (_, at) => `lost-${at}`);
    expect([...knownKeptFiles(world.db, [...names, ...stored()])]).toEqual(stored());
    expect(knownArrivals(world.db, names).size).toBe(0);
  });
  it('judges what a restart cut off', async () => {
    const { world, amina, applicationId, questionId } = studio();
    const begun = await beginMedia(world.as(amina), { applicationId, questionId, fileName: 'film.mp4', bytes: 56_954 });
    const mediaId = begun.ok ? begun.value.mediaId : '';
    writeFileSync(join(world.env.DATA_DIR, 'arrivals', mediaId), readFileSync(CLIP));
    world.db.$client.exec(`update media set state = 'hashing' where id = '${mediaId}'`);
    world.pass(HOUR);
    expect(await sweepUploads(world.as(null))).toMatchObject({ judged: 1 });
    expect(mediaOwner(world.as(null), mediaId)).toMatchObject({ applicationId });
  });
  it('waits for a verdict that is on its way instead of judging beside it', async () => {
    const { world, amina, applicationId, questionId } = studio();
    const begun = await beginMedia(world.as(amina), { applicationId, questionId, fileName: 'film.mp4', bytes: 56_954 });
    const mediaId = begun.ok ? begun.value.mediaId : '';
    writeFileSync(join(world.env.DATA_DIR, 'arrivals', mediaId), readFileSync(CLIP));
    // A form over a slow line began an hour ago, by its own clock, and is judged only now.
    const slow = world.as(amina);
    world.pass(HOUR);
    const judged = finishMedia(slow, mediaId);
    const isProbing = () => findMedia(world.db, mediaId)?.state === 'probing';
    while (!isProbing()) await new Promise(setImmediate);
    await sweepUploads(world.as(null));
    expect(await judged).toEqual({ ok: true, value: { mediaId } });
    expect(mediaOwner(world.as(null), mediaId)).toMatchObject({ applicationId });
  });
  it('deletes old files that belong to nothing, and leaves those that belong to somebody', async () => {
    const { world, attach, stored, arriving } = studio();
    await attach(CLIP);
    writeFileSync(join(world.env.DATA_DIR, 'arrivals', 'lost.json'), '{}');
    writeFileSync(join(world.env.DATA_DIR, 'files', 'lost'), 'x');
    const longAgo = (world.now() - 3 * DAY) / 1_000;
    for (const name of stored()) utimesSync(join(world.env.DATA_DIR, 'files', name), longAgo, longAgo);
    utimesSync(join(world.env.DATA_DIR, 'arrivals', 'lost.json'), longAgo, longAgo);
    expect(await sweepUploads(world.as(null))).toMatchObject({ deleted: 1 });
    expect(await sweepKeptFiles(world.as(null))).toEqual({ deleted: 1, failed: 0, doubt: null });
    expect([stored().length, arriving().length]).toEqual([1, 0]);
  });
});

describe('watching a video', () => {
  const watch = async (headers: Record<string, string>) => {
    const { world, attach } = studio();
    const attached = await attach(CLIP);
    const mediaId = attached.ok ? attached.value.mediaId : '';
    return mediaResponse(world.as(null), mediaId, new Request('http://localhost/x', { headers }));
  };
  const whole = readFileSync(CLIP);
  const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

  it('gives it whole to whoever asks for it whole', async () => {
    const response = await watch({});
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'video/mp4']);
    expect(response.headers.get('Content-Security-Policy')).toContain('sandbox');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect((await bytesOf(response)).equals(whole)).toBe(true);
  });
  it('gives a player the part it seeks', async () => {
    const response = await watch({ Range: 'bytes=100-199' });
    expect(response.status).toBe(206);
    expect(response.headers.get('Content-Range')).toBe(`bytes 100-199/${whole.length}`);
    expect((await bytesOf(response)).equals(whole.subarray(100, 200))).toBe(true);
  });
  it('understands an open end, a last part and an end beyond the end', async () => {
    const open = await watch({ Range: `bytes=${whole.length - 10}-` });
    const last = await watch({ Range: 'bytes=-10' });
    const beyond = await watch({ Range: `bytes=${whole.length - 10}-999999999` });
    for (const response of [open, last, beyond]) {
      expect((await bytesOf(response)).equals(whole.subarray(-10))).toBe(true);
    }
  });
  it('says so when a part lies beyond the end', async () => {
    const response = await watch({ Range: `bytes=${whole.length}-` });
    expect([response.status, response.headers.get('Content-Range')]).toEqual([416, `bytes */${whole.length}`]);
  });
  it('gives the whole when the part belongs to another version', async () => {
    expect((await watch({ Range: 'bytes=0-9', 'If-Range': '"another"' })).status).toBe(200);
  });
  it('finds nothing where nothing is ready', async () => {
    const { world } = studio();
    expect((await mediaResponse(world.as(null), 'nothing', new Request('http://localhost/x'))).status).toBe(404);
  });
});
