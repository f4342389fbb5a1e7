import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { testWorld } from '#test/world/test-world.ts';
import { scratchFolder, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { attachMedia } from './commands/attach-media.server.ts';
import { beginMedia } from './commands/begin-media.server.ts';
import { removeMedia } from './commands/remove-media.server.ts';
import { reopenApplication } from './commands/reopen-application.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { saveSpokenText } from './commands/save-spoken-text.server.ts';
import { sendAgain } from './commands/send-again.server.ts';
import { setAnswerLanguage } from './commands/set-answer-language.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { sweepUploads } from './commands/sweep-uploads.server.ts';
import { takeBackReopening } from './commands/take-back-reopening.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { writeTranslationOf } from './commands/write-translation.server.ts';
import { applicationAnswers } from './queries/application-answers.server.ts';
import { applicationCard } from './queries/application-card.server.ts';
import { mediaOwner } from './queries/media-file.server.ts';
import { myApplication } from './queries/my-application.server.ts';
import { reopenedChanges } from './queries/reopened-changes.server.ts';
import { mayWatchAsManager } from './queries/staff-reading.server.ts';
import { translationPage } from './queries/translation-page.server.ts';
import { mayWatchOwn, uploadOf } from './queries/uploads.server.ts';
import { UNSENT_KEPT_FOR } from './rules/reopening.ts';
import { bytesHeldBy, findMedia } from './store/media.server.ts';

const KITCHEN = 'db/story/clips/our-kitchen.mp4';
const SECOND = 'db/story/clips/mend-and-meet.mp4';
const refusal = (reason: string) => ({ ok: false, reason });

/** Amina has sent her answer on film. Grace asks for another one within a week. */
async function reopened(spoken?: string) {
  const world = testWorld({ DATA_DIR: scratchFolder() });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId);
  const amina = world.person('Amina');
  const applicationId = writtenDraft(world, amina, call);
  const [questionId = '', other = ''] = call.questions.filter(({ byVideo }) => byVideo).map(({ id }) => id);
  const film = async (filePath: string, at = questionId, by: Id = amina) => {
    const sent = await attachMedia(world.as(by), { applicationId, questionId: at, filePath, fileName: 'film.mp4' });
    return sent.ok ? sent.value.mediaId : sent.reason;
  };
  const first = await film(KITCHEN);
  if (spoken !== undefined) setAnswerLanguage(world.as(amina), applicationId, questionId, { spoken });
  submitApplication(world.as(amina), applicationId);
  world.pass(DAY);
  const reopen = () => {
    const untilAt = world.now() + 7 * DAY;
    const asked = { questionIds: [questionId], details: [], reason: 'We cannot hear you.', untilAt };
    reopenApplication(world.as(grace), applicationId, asked);
    return untilAt;
  };
  const mine = () => myApplication(world.as(amina), applicationId)?.questions.find(({ id }) => id === questionId);
  const read = () => applicationAnswers(world.as(grace), applicationId).find((one) => one.questionId === questionId);
  const files = () => filesIn(join(world.env.DATA_DIR, 'files'));
  return { world, call, grace, amina, applicationId, questionId, other, film, first, reopen, mine, read, files };
}

function filesIn(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).toSorted();
}

describe('recording a reopened question anew', () => {
  it('stays with its team until it is sent again, and then stands beside the first one', async () => {
    const { world, grace, amina, applicationId, film, first, reopen, mine, read, files } = await reopened();
    reopen();
    const second = await film(SECOND);
    expect([mine()?.sentRecording?.id, mine()?.recorded?.id]).toEqual([first, second]);
    expect([read()?.media?.id, mediaOwner(world, second), mayWatchAsManager(world.as(grace), second)]).toEqual([
      first,
      null,
      false,
    ]);
    expect([mayWatchOwn(world.as(amina), second), reopenedChanges(world, applicationId)]).toEqual([true, []]);
    expect(sendAgain(world.as(amina), applicationId).ok).toBe(true);
    expect([read()?.media?.id, mine()?.recorded?.id, mine()?.sentRecording?.id]).toEqual([second, second, second]);
    expect(reopenedChanges(world, applicationId)).toMatchObject([
      { isRecordedAnew: true, reason: 'We cannot hear you.', recordingsBefore: [{ id: first }] },
    ]);
    for (const mediaId of [first, second]) expect(mayWatchAsManager(world.as(grace), mediaId)).toBe(true);
    expect(files()).toEqual([first, second].toSorted());
  });

  it('is for what is reopened alone, until its last millisecond', async () => {
    const { world, applicationId, questionId, other, amina, film, reopen } = await reopened();
    expect(await film(SECOND)).toBe('already-submitted');
    const untilAt = reopen();
    expect(await film(SECOND, other)).toBe('already-submitted');
    world.moveTo(untilAt - 1);
    const begun = await beginMedia(world.as(amina), { applicationId, questionId, fileName: 'film.mp4', bytes: 1_000 });
    expect(begun.ok && uploadOf(world.as(amina), begun.value.mediaId)).toMatchObject({ isReceiving: true });
    world.moveTo(untilAt);
    expect(begun.ok && uploadOf(world.as(amina), begun.value.mediaId)).toBeNull();
    expect(await film(SECOND)).toBe('already-submitted');
  });

  it('takes the place of one that was not sent yet, and is removed without touching the first', async () => {
    const { world, amina, applicationId, questionId, film, first, reopen, mine, files } = await reopened();
    reopen();
    await film(SECOND);
    const third = await film(KITCHEN);
    expect(files()).toEqual([first, third].toSorted());
    expect((await removeMedia(world.as(amina), applicationId, questionId)).ok).toBe(true);
    expect([files(), mine()?.recorded?.id]).toEqual([[first], first]);
    expect(sendAgain(world.as(amina), applicationId)).toEqual(refusal('nothing-changed'));
  });

  it('is sent once it has arrived, and once what is said in it is approved; the first one’s words stay', async () => {
    const { world, amina, applicationId, questionId, film, first, reopen } = await reopened();
    reopen();
    await beginMedia(world.as(amina), { applicationId, questionId, fileName: 'film.mp4', bytes: 1_000 });
    expect(sendAgain(world.as(amina), applicationId)).toEqual(refusal('video-not-ready'));
    const second = await film(SECOND);
    const typed = { kind: 'transcript', language: 'en', text: 'We cook.', revision: 0, approve: false } as const;
    expect(saveSpokenText(world.as(amina), first, typed)).toEqual(refusal('frozen'));
    expect(saveSpokenText(world.as(amina), second, typed).ok).toBe(true);
    expect(sendAgain(world.as(amina), applicationId)).toEqual(refusal('text-not-approved'));
    saveSpokenText(world.as(amina), second, { ...typed, revision: 1, approve: true });
    expect(sendAgain(world.as(amina), applicationId).ok).toBe(true);
    expect(saveSpokenText(world.as(amina), second, { ...typed, text: 'Else', revision: 1 })).toEqual(refusal('frozen'));
  });

  it.each(['over', 'taken back'] as const)('is kept for its team for a month when the time is %s', async (how) => {
    const { world, grace, amina, applicationId, film, first, reopen, read, files } = await reopened();
    const untilAt = reopen();
    const second = await film(SECOND);
    if (how === 'over') world.moveTo(untilAt);
    else takeBackReopening(world.as(grace), applicationId);
    const ended = world.now();
    const unsent = () => myApplication(world.as(amina), applicationId)?.unsentRecordings;
    expect(unsent()).toMatchObject([{ recorded: { id: second }, keptUntil: ended + UNSENT_KEPT_FOR }]);
    expect([read()?.media?.id, mayWatchAsManager(world.as(grace), second)]).toEqual([first, false]);
    expect(sendAgain(world.as(amina), applicationId)).toEqual(refusal('not-reopened'));
    world.moveTo(ended + UNSENT_KEPT_FOR);
    await sweepUploads(world.as(null));
    expect(files()).toEqual([first, second].toSorted());
    world.pass(1);
    expect(await sweepUploads(world.as(null))).toMatchObject({ forgotten: 1 });
    expect([files(), unsent()]).toEqual([[first], []]);
  });

  it('goes at once when the application is taken back, and what was sent stays', async () => {
    const { world, amina, applicationId, film, first, reopen, files } = await reopened();
    reopen();
    await film(SECOND);
    expect((await withdrawApplication(world.as(amina), applicationId)).ok).toBe(true);
    expect(files()).toEqual([first]);
  });

  it('shows every recording that was sent, also after a second round', async () => {
    const { world, amina, applicationId, questionId, film, first, reopen, read } = await reopened();
    reopen();
    const second = await film(SECOND);
    sendAgain(world.as(amina), applicationId);
    world.pass(DAY);
    reopen();
    saveAnswer(world.as(amina), applicationId, questionId, 'And in words');
    const third = await film(KITCHEN);
    sendAgain(world.as(amina), applicationId);
    expect(read()?.media?.id).toBe(third);
    expect(reopenedChanges(world, applicationId)).toMatchObject([
      { now: 'And in words', recordingsBefore: [{ id: first }, { id: second }] },
    ]);
  });

  it('is in the language of the one that it replaces', async () => {
    const { world, amina, applicationId, film, reopen, read } = await reopened('ti');
    reopen();
    const second = await film(SECOND);
    expect(sendAgain(world.as(amina), applicationId).ok).toBe(true);
    expect(read()?.media).toMatchObject({ id: second, lang: 'ti' });
  });

  it('leaves the translations of the one before behind, also where a page was opened before', async () => {
    const { world, grace, amina, applicationId, questionId, film, reopen } = await reopened();
    const page = () => translationPage(world.as(grace), applicationId, questionId);
    const ofRevision = page()?.revision ?? 0;
    const somali = { language: 'so', text: 'Waxaan karinnaa.', translator: '', ofRevision, baseRevision: 0 };
    expect(writeTranslationOf(world.as(grace), applicationId, questionId, somali).ok).toBe(true);
    reopen();
    await film(SECOND);
    expect(page()?.translations).toMatchObject([{ state: 'waiting' }]);
    expect(sendAgain(world.as(amina), applicationId).ok).toBe(true);
    expect(page()).toMatchObject({ revision: ofRevision + 1, translations: [{ state: 'outdated' }] });
    const late = { ...somali, text: 'Kale', baseRevision: 1 };
    expect(writeTranslationOf(world.as(grace), applicationId, questionId, late)).toEqual(refusal('changed-elsewhere'));
  });

  it('counts what stands, once', async () => {
    const { world, amina, applicationId, film, reopen } = await reopened();
    const before = applicationCard(world, applicationId)?.videoSeconds ?? 0;
    reopen();
    await film(KITCHEN);
    expect(applicationCard(world, applicationId)?.videoSeconds).toBe(before);
    sendAgain(world.as(amina), applicationId);
    expect(applicationCard(world, applicationId)?.videoSeconds).toBe(before);
  });

  it('does not count what it replaces against what its applicant may send, before it is sent and after', async () => {
    const { world, amina, applicationId, questionId, other, film, first, reopen } = await reopened();
    const held = (at: Id, reopenedPartId: Id | null) =>
      bytesHeldBy(world.db, amina, { applicationId, questionId: at, reopenedPartId });
    const bytesOf = (mediaId: Id) => findMedia(world.db, mediaId)?.bytes ?? 0;
    const standing = bytesOf(first);
    expect(held(other, null)).toEqual({ application: standing, person: standing });
    reopen();
    const second = await film(SECOND);
    const partId = findMedia(world.db, second)?.reopenedPartId ?? null;
    expect(held(questionId, partId)).toEqual({ application: 0, person: 0 });
    expect(held(other, null)).toEqual({ application: bytesOf(second), person: bytesOf(second) });
    sendAgain(world.as(amina), applicationId);
    expect(held(other, null)).toEqual({ application: bytesOf(second), person: bytesOf(second) });
  });

  it('cannot be changed in the database once it was sent, the first one neither', async () => {
    const { world, amina, applicationId, film, first, reopen } = await reopened();
    reopen();
    const second = await film(SECOND);
    const run = (sql: string) => () => world.db.$client.exec(sql);
    expect(run(`update media set aside = 'earlier' where id = '${second}'`)).toThrow('gives its place');
    expect(run(`delete from media where id = '${first}'`)).toThrow('frozen');
    sendAgain(world.as(amina), applicationId);
    for (const mediaId of [first, second]) {
      expect(run(`delete from media where id = '${mediaId}'`)).toThrow('frozen');
      expect(run(`update media set aside = 'unsent' where id = '${mediaId}'`)).toThrow();
      expect(run(`update media set language = 'ar' where id = '${mediaId}'`)).toThrow('frozen');
    }
  });
});
