import { describe, expect, it } from 'vitest';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { approveTranslation } from './commands/approve-translation.server.ts';
import { removeTranslation } from './commands/remove-translation.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { saveDetails } from './commands/save-details.server.ts';
import { setAnswerLanguage } from './commands/set-answer-language.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { dropCorrection, takeOverCorrection } from './commands/take-over-correction.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { writeTranslationOf } from './commands/write-translation.server.ts';
import { applicationAnswers } from './queries/application-answers.server.ts';
import { translationPage } from './queries/translation-page.server.ts';

const english = { language: 'en', text: 'We cook together.', translator: '', ofRevision: 1, baseRevision: 0 };

/** Amina writes in Arabic; Grace manages the call, Gus another partner's. */
function kitchen(isSent = false) {
  const world = testWorld();
  const { partnerId, staff } = world.partner('ground', { Grace: ['manager'] });
  const other = world.partner('elsewhere', { Gus: ['manager'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId);
  const amina = world.person('Amina');
  const id = (isSent ? submitted : writtenDraft)(world, amina, call, { language: 'ar' });
  const question = call.questions[0]?.id ?? '';
  const shown = () => applicationAnswers(world.as(grace), id).find(({ questionId }) => questionId === question);
  const page = (who: string) => translationPage(world.as(who), id, question);
  const write = (who: string, changes: Partial<typeof english> = {}) =>
    writeTranslationOf(world.as(who), id, question, { ...english, ...changes });
  return { world, call, id, question, amina, grace, gus: other.staff.Gus ?? '', shown, page, write };
}

describe('the language of an answer', () => {
  it('is that of the application, stored with the answer, and follows it until it is chosen', () => {
    const { world, id, question, amina, shown } = kitchen();
    expect(shown()?.lang).toBe('ar');
    expect(world.db.$client.prepare('select distinct language from answer').pluck().all()).toEqual(['ar']);
    saveDetails(world.as(amina), id, { language: 'so' });
    expect(shown()?.lang).toBe('so');
    expect(setAnswerLanguage(world.as(amina), id, question, { written: 'ti' }).ok).toBe(true);
    saveDetails(world.as(amina), id, { language: 'fa' });
    expect(shown()?.lang).toBe('ti');
    expect(applicationAnswers(world.as(amina), id)[1]?.lang).toBe('fa');
    saveAnswer(world.as(amina), id, question, 'ካልእ');
    expect(shown()?.lang).toBe('ti');
  });

  it('stays as it was sent', () => {
    const { world, id, question, amina } = kitchen(true);
    expect(setAnswerLanguage(world.as(amina), id, question, { written: 'en' }).ok).toBe(false);
    const statement = `update answer set language = 'en' where application_id = '${id}'`;
    expect(() => world.db.$client.exec(statement)).toThrow(/frozen/);
  });
});

describe('translating an answer', () => {
  it('approves what the applicant wrote herself, and shows it beside the original', () => {
    const { amina, shown, write } = kitchen();
    expect(write(amina).ok).toBe(true);
    expect(shown()?.translations).toEqual([
      { questionId: expect.any(String), language: 'en', text: english.text, translator: 'Amina', isMachine: false },
    ]);
  });

  it('waits for the applicant when staff wrote it after it was sent, and tells her', async () => {
    const { world, id, question, amina, grace, shown, page, write } = kitchen(true);
    expect(write(grace, { translator: 'Bo Lindqvist' }).ok).toBe(true);
    expect(shown()?.translations).toEqual([]);
    expect(page(amina)?.translations[0]).toMatchObject({ state: 'waiting', translator: 'Bo Lindqvist' });
    await keepPromises(() => world.as(null), keepers);
    const letters = world.db.select().from(message).all();
    expect(letters.some(({ subject, text }) => subject.includes('translation') && text.includes(question))).toBe(true);
    expect(approveTranslation(world.as(grace), id, question, 'en', 1)).toEqual({ ok: false, reason: 'not-found' });
    expect(approveTranslation(world.as(amina), id, question, 'en', 1).ok).toBe(true);
    expect(shown()?.translations).toMatchObject([{ text: english.text, translator: 'Bo Lindqvist' }]);
  });

  it('approves only what was read', () => {
    const { world, id, question, amina, grace, write } = kitchen(true);
    write(grace);
    write(grace, { text: 'We cook and sing.', baseRevision: 1 });
    expect(approveTranslation(world.as(amina), id, question, 'en', 1)).toEqual({
      ok: false,
      reason: 'changed-elsewhere',
    });
    expect(approveTranslation(world.as(amina), id, question, 'en', 2).ok).toBe(true);
  });

  it('falls when the answer changes afterwards, and cannot be approved until it is written anew', () => {
    const { world, id, question, amina, shown, page, write } = kitchen();
    write(amina);
    saveAnswer(world.as(amina), id, question, 'نطبخ ونغني');
    expect(shown()?.translations).toEqual([]);
    expect(page(amina)?.translations[0]?.state).toBe('outdated');
    expect(approveTranslation(world.as(amina), id, question, 'en', 1).ok).toBe(false);
    const statement = `update answer_translation set approved_at = 1, approved_by = '${amina}'`;
    expect(() => world.db.$client.exec(statement)).toThrow(/earlier answer/);
    expect(write(amina, { ofRevision: 2, baseRevision: 1, text: 'We cook and sing.' }).ok).toBe(true);
    expect(shown()?.translations).toMatchObject([{ text: 'We cook and sing.' }]);
  });

  it('stays what the group approved: other words of staff stand beside it until the group takes them over', () => {
    const { world, id, question, amina, grace, shown, page, write } = kitchen(true);
    write(grace);
    approveTranslation(world.as(amina), id, question, 'en', 1);
    const read = () => shown()?.translations.map(({ text, translator }) => [text, translator]);
    expect(write(grace, { text: 'They sell drugs.', baseRevision: 0 }).ok).toBe(true);
    expect(read()).toEqual([[english.text, 'Grace']]);
    expect(write(grace, { text: 'Once more', baseRevision: 0 })).toEqual({ ok: false, reason: 'changed-elsewhere' });
    expect(removeTranslation(world.as(grace), id, question, 'en')).toEqual({ ok: false, reason: 'read-already' });
    expect(takeOverCorrection(world.as(grace), id, question, 'en', 1)).toEqual({ ok: false, reason: 'not-found' });
    expect(page(amina)?.translations[0]?.correction?.text).toBe('They sell drugs.');
    expect(dropCorrection(world.as(amina), id, question, 'en').ok).toBe(true);
    expect(page(amina)?.translations[0]?.correction).toBeNull();
    expect(write(grace, { text: 'We cook and sing.', translator: 'Bo', baseRevision: 0 }).ok).toBe(true);
    write(grace, { text: 'We cook and sing!', translator: 'Bo', baseRevision: 1 });
    const stale = takeOverCorrection(world.as(amina), id, question, 'en', 1);
    expect(stale).toEqual({ ok: false, reason: 'changed-elsewhere' });
    expect(takeOverCorrection(world.as(amina), id, question, 'en', 2).ok).toBe(true);
    expect(takeOverCorrection(world.as(amina), id, question, 'en', 2).ok).toBe(true);
    expect(read()).toEqual([['We cook and sing!', 'Bo']]);
  });

  it('is not rewritten in the database by anybody but the group', () => {
    const { world, amina, grace, write } = kitchen(true);
    write(amina);
    const rewrite = (by: string) => () =>
      world.db.$client
        .prepare("update answer_translation set approved_at = null, approved_by = null, text = 'Else', written_by = ?")
        .run(by);
    expect(rewrite(grace)).toThrow(/is the group's/);
    expect(rewrite(amina)).not.toThrow();
  });

  it('is put in other words by the group itself at once, also after sending', () => {
    const { amina, shown, write } = kitchen(true);
    write(amina);
    expect(write(amina, { text: 'We cook and sing.', baseRevision: 1 }).ok).toBe(true);
    expect(shown()?.translations).toMatchObject([{ text: 'We cook and sing.' }]);
  });

  it('does one thing when the button is pressed twice, and tells a second window of the first', () => {
    const { amina, page, write } = kitchen();
    write(amina);
    expect(write(amina).ok).toBe(true);
    expect(page(amina)?.translations[0]?.revision).toBe(1);
    expect(write(amina, { text: 'Something else' })).toEqual({ ok: false, reason: 'changed-elsewhere' });
  });

  it('stays once those who decide may have read it', () => {
    const { world, id, question, amina, write, shown } = kitchen();
    write(amina);
    submitApplication(world.as(amina), id);
    expect(removeTranslation(world.as(amina), id, question, 'en')).toEqual({ ok: false, reason: 'read-already' });
    expect(() => world.db.$client.exec('delete from answer_translation')).toThrow(/stays/);
    expect(shown()?.translations).toHaveLength(1);
  });

  it('is taken away from a draft, once and again', () => {
    const { world, id, question, amina, write, page } = kitchen();
    write(amina);
    expect(removeTranslation(world.as(amina), id, question, 'en').ok).toBe(true);
    expect(removeTranslation(world.as(amina), id, question, 'en').ok).toBe(true);
    expect(page(amina)?.translations).toEqual([]);
  });

  it('is nothing for strangers, other partners, or an application that was taken back', async () => {
    const { world, id, amina, grace, gus, page, write } = kitchen(true);
    expect(page(gus)).toBeNull();
    expect(write(gus)).toEqual({ ok: false, reason: 'not-found' });
    expect(write(world.person('Bo'))).toEqual({ ok: false, reason: 'not-found' });
    await withdrawApplication(world.as(amina), id);
    expect(write(amina)).toEqual({ ok: false, reason: 'may-not-write' });
    expect(page(grace)).toBeNull();
  });
});
