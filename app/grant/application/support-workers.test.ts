import { describe, expect, it } from 'vitest';
import { MINUTE } from '#app/kernel/instant.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { statementsIn } from '#test/world/statements-in.ts';
import { testWorld } from '#test/world/test-world.ts';
import { scratchFolder, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { askReading } from './commands/ask-reading.server.ts';
import { attachMedia } from './commands/attach-media.server.ts';
import { offerHelp } from './commands/offer-help.server.ts';
import { removeMedia } from './commands/remove-media.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { saveDetails } from './commands/save-details.server.ts';
import { saveSpokenText } from './commands/save-spoken-text.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { helpLog } from './queries/help-log.server.ts';
import { helpWithQuestion, myHelp } from './queries/my-help.server.ts';
import { applicationForManager } from './queries/staff-reading.server.ts';
import { action as logAction } from './routes/staff-help-log.tsx';
import { DETAILS } from './rules/draft-feedback.ts';
import { findEveryHelpSave } from './store/help.server.ts';
import { insertMember } from './store/team.server.ts';

/** Amina has asked Bo in, who may edit and comes from outside the group; Carl is of the group. */
function office(settings: Record<string, string> = {}) {
  const world = testWorld(settings);
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId);
  const amina = world.person('Amina');
  const bo = world.person('Bo');
  const carl = world.person('Carl');
  const applicationId = writtenDraft(world, amina, call);
  for (const [personId, kind] of [
    [bo, 'support'],
    [carl, 'team'],
  ] as const) {
    const joins = { role: 'edit', kind, joinedAt: world.now(), invitationId: null } as const;
    insertMember(world.db, { id: world.newId(), applicationId, personId, ...joins });
  }
  return { world, call, partnerId, grace, amina, bo, carl, applicationId, questionId: call.questions[0]?.id ?? '' };
}

describe('a support worker', () => {
  it('leaves a trace with every save: who, which answer, in which minute', () => {
    const { world, amina, bo, applicationId, questionId } = office();
    const began = world.now();
    saveAnswer(world.as(bo), applicationId, questionId, 'We cook.');
    world.pass(30_000);
    saveAnswer(world.as(bo), applicationId, questionId, 'We cook together.');
    world.pass(MINUTE);
    saveAnswer(world.as(bo), applicationId, questionId, 'We cook together on Thursdays.');
    saveDetails(world.as(bo), applicationId, { city: 'Walsall' });
    const saves = findEveryHelpSave(world.db, applicationId).map(({ what, minute }) => [what, minute]);
    const minute = Math.floor(world.now() / MINUTE) * MINUTE;
    expect(saves).toHaveLength(3);
    expect(saves).toEqual(
      expect.arrayContaining([
        [questionId, Math.floor(began / MINUTE) * MINUTE],
        [questionId, minute],
        [DETAILS, minute],
      ]),
    );
    expect(helpWithQuestion(world.as(amina), applicationId, questionId)?.saves).toEqual([
      { what: questionId, name: 'Bo', lastAt: minute },
    ]);
  });

  it('leaves the same trace with a recording, what is written down of it, and taking it off', async () => {
    const { world, amina, bo, carl, call, applicationId } = office({ DATA_DIR: scratchFolder() });
    const questionId = call.questions.find(({ byVideo }) => byVideo)?.id ?? '';
    const film = { applicationId, questionId, filePath: 'db/story/clips/our-kitchen.mp4', fileName: 'film.mp4' };
    const minutes = () => findEveryHelpSave(world.db, applicationId).filter(({ what }) => what === questionId).length;
    await attachMedia(world.as(carl), film);
    expect(minutes()).toBe(0);
    const sent = await attachMedia(world.as(bo), film);
    const mediaId = sent.ok ? sent.value.mediaId : '';
    expect(minutes()).toBe(1);
    world.pass(MINUTE);
    const words = { kind: 'transcript', language: 'en', text: 'We cook.', revision: 0, approve: false } as const;
    expect(saveSpokenText(world.as(bo), mediaId, words).ok).toBe(true);
    expect(minutes()).toBe(2);
    world.pass(MINUTE);
    await removeMedia(world.as(bo), applicationId, questionId);
    expect(minutes()).toBe(3);
    expect(helpWithQuestion(world.as(amina), applicationId, questionId)?.saves).toMatchObject([{ name: 'Bo' }]);
  });

  it('is shown to the applicant at once, and to staff when it was sent', () => {
    const { world, grace, amina, bo, applicationId, questionId } = office();
    saveAnswer(world.as(bo), applicationId, questionId, 'We cook.');
    expect(myHelp(world.as(amina), applicationId)?.saves).toMatchObject([{ name: 'Bo', what: questionId }]);
    expect(applicationForManager(world.as(grace), applicationId)).toBeNull();
    submitApplication(world.as(amina), applicationId);
    expect(applicationForManager(world.as(grace), applicationId)?.helpers.saves).toMatchObject([{ name: 'Bo' }]);
  });

  it('is in the log once; the group itself never is', () => {
    const { world, call, grace, amina, bo, carl, applicationId, questionId } = office();
    saveAnswer(world.as(amina), applicationId, questionId, 'Amina writes.');
    saveAnswer(world.as(carl), applicationId, questionId, 'Carl writes.');
    expect(helpLog(world.as(grace), call.id)?.rows[0]?.help.timesAltogether).toBe(0);
    saveAnswer(world.as(bo), applicationId, questionId, 'Bo writes.');
    saveAnswer(world.as(bo), applicationId, call.questions[1]?.id ?? '', 'Bo writes here too.');
    expect(helpLog(world.as(grace), call.id)?.rows[0]?.help.times).toEqual({ 'support-worker': 1 });
  });

  it('neither sends it nor lends it to staff', () => {
    const { world, bo, applicationId } = office();
    expect(submitApplication(world.as(bo), applicationId)).toEqual({ ok: false, reason: 'not-found' });
    expect(askReading(world.as(bo), applicationId, world.newId(), true)).toEqual({ ok: false, reason: 'not-found' });
  });
});

describe('evening help out', () => {
  it('shows those with the least first, and offers help once to a draft that had none', async () => {
    const { world, call, grace, bo, applicationId, questionId } = office();
    const dara = world.person('Dara');
    const daras = writtenDraft(world, dara, call);
    saveAnswer(world.as(bo), applicationId, questionId, 'Bo writes.');
    expect(helpLog(world.as(grace), call.id)?.rows.map((row) => [row.applicationId, row.mayOffer])).toEqual([
      [daras, true],
      [applicationId, false],
    ]);
    expect(offerHelp(world.as(grace), call.id, applicationId)).toEqual({ ok: false, reason: 'not-needed' });
    const posted = () => answerOf(() => logAction(asked(world, grace, { callId: call.id }, { applicationId: daras })));
    for (const press of [posted, posted]) expect((await press()).status).toBe(303);
    const kinds = world.db.$client.prepare("select count(*) from outbox_promise where kind = 'help-offered'").pluck();
    expect(kinds.get()).toBe(1);
    expect(helpLog(world.as(grace), call.id)?.rows[0]).toMatchObject({ mayOffer: false, offeredAt: world.now() });
  });

  it('costs the same few queries with one application and with three', async () => {
    const { world, call, grace } = office();
    const one = await statementsIn(world, () => helpLog(world.as(grace), call.id));
    for (const name of ['Dara', 'Emeka']) writtenDraft(world, world.person(name), call);
    expect(await statementsIn(world, () => helpLog(world.as(grace), call.id))).toBe(one);
  });
});
