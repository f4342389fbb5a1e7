import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { answer, application } from '#db/schema/application.ts';
import { message } from '#db/schema/platform.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { reopenApplication } from './commands/reopen-application.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { saveDetails } from './commands/save-details.server.ts';
import { sendAgain } from './commands/send-again.server.ts';
import { stopEntries } from './commands/stop-entries.server.ts';
import { takeBackReopening } from './commands/take-back-reopening.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { applicationCard } from './queries/application-card.server.ts';
import { entriesEndAt } from './queries/entries-end.server.ts';
import { myApplication } from './queries/my-application.server.ts';
import { reopenedChanges } from './queries/reopened-changes.server.ts';
import { action as postAgain } from './routes/again.tsx';
import { action as postQuestion } from './routes/question.tsx';
import { action as postReopen } from './routes/staff-reopen.tsx';

/** Amina's application to Grace's call, sent, with its first question and its amount open for a week. */
function reopened() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId);
  const amina = world.person('Amina');
  const sent = submitted(world, amina, call);
  const [first, second] = call.questions.map(({ id }) => id);
  const untilAt = world.now() + 7 * DAY;
  const ask = () =>
    reopenApplication(world.as(grace), sent, {
      questionIds: [first ?? ''],
      details: ['amountMinor'],
      reason: 'Your costs do not add up.',
      untilAt,
    });
  return { world, call, grace, amina, sent, first: first ?? '', second: second ?? '', untilAt, ask };
}

const refusal = (reason: string) => ({ ok: false, reason });

describe('reopening named parts of a sent application', () => {
  it('lets the applicant write those, and nothing else', () => {
    const { world, amina, sent, first, second, ask } = reopened();
    expect(saveAnswer(world.as(amina), sent, first, 'New words')).toEqual(refusal('frozen'));
    expect(ask().ok).toBe(true);
    expect(saveAnswer(world.as(amina), sent, first, 'New words', 0)).toMatchObject({ value: { revision: 1 } });
    expect(saveAnswer(world.as(amina), sent, second, 'New words')).toEqual(refusal('frozen'));
    expect(saveDetails(world.as(amina), sent, { amountMinor: 200_000, title: 'Another' }, 0).ok).toBe(true);
    const mine = myApplication(world.as(amina), sent);
    expect(mine?.details).toMatchObject({ amountMinor: 200_000, title: 'A kitchen that listens' });
    expect(mine?.standingDetails.amountMinor).toBe(250_000);
    expect(mine?.questions[0]).toMatchObject({ text: 'New words', isReopened: true });
    expect(mine?.questions[0]?.standing).not.toBe('New words');
  });

  it('shows staff and panel no half-written word, and everything once it is sent again', () => {
    const { world, amina, sent, first, ask } = reopened();
    ask();
    saveAnswer(world.as(amina), sent, first, 'Half a');
    saveDetails(world.as(amina), sent, { amountMinor: 200_000 });
    expect(applicationCard(world, sent)?.amountMinor).toBe(250_000);
    expect(reopenedChanges(world, sent)).toEqual([]);
    world.pass(DAY);
    expect(sendAgain(world.as(amina), sent).ok).toBe(true);
    expect(applicationCard(world, sent)?.amountMinor).toBe(200_000);
    expect(reopenedChanges(world, sent)).toMatchObject([
      { detail: 'amountMinor', first: '250000', now: '200000', sentAt: world.now() },
      { questionId: first, now: 'Half a', reason: 'Your costs do not add up.' },
    ]);
    expect(sendAgain(world.as(amina), sent)).toEqual(refusal('not-reopened'));
    expect(saveAnswer(world.as(amina), sent, first, 'Later')).toEqual(refusal('frozen'));
  });

  it('compares with what was sent first, also after a second round', () => {
    const { world, grace, amina, sent, first, ask } = reopened();
    const original = myApplication(world.as(amina), sent)?.questions[0]?.text;
    ask();
    saveAnswer(world.as(amina), sent, first, 'Second words');
    sendAgain(world.as(amina), sent);
    world.pass(DAY);
    const again = { questionIds: [first], details: [], reason: 'Once more.', untilAt: world.now() + 2 * DAY };
    expect(reopenApplication(world.as(grace), sent, again).ok).toBe(true);
    saveAnswer(world.as(amina), sent, first, 'Third words');
    sendAgain(world.as(amina), sent);
    expect(reopenedChanges(world, sent)).toMatchObject([{ first: original, now: 'Third words', reason: 'Once more.' }]);
  });

  it('ends at its moment: the old answer stays, and what was written is kept for the applicant', () => {
    const { world, amina, sent, first, untilAt, ask } = reopened();
    ask();
    world.moveTo(untilAt - 1);
    expect(saveAnswer(world.as(amina), sent, first, 'At the last moment').ok).toBe(true);
    world.moveTo(untilAt);
    expect(saveAnswer(world.as(amina), sent, first, 'Too late')).toEqual(refusal('frozen'));
    expect(sendAgain(world.as(amina), sent)).toEqual(refusal('not-reopened'));
    const mine = myApplication(world.as(amina), sent);
    expect(mine?.questions[0]?.text).toMatch(/^About /);
    expect(mine?.unsent).toMatchObject([{ questionId: first, text: 'At the last moment' }]);
  });

  it('can be sent again one millisecond before its end', () => {
    const { world, amina, sent, first, untilAt, ask } = reopened();
    ask();
    world.moveTo(untilAt - 1);
    saveAnswer(world.as(amina), sent, first, 'Just in time');
    expect(sendAgain(world.as(amina), sent).ok).toBe(true);
    expect(myApplication(world.as(amina), sent)?.questions[0]?.standing).toBe('Just in time');
  });

  it('notices two windows, and is content with the same words twice', () => {
    const { world, amina, sent, first, ask } = reopened();
    ask();
    saveAnswer(world.as(amina), sent, first, 'On the bus', 0);
    expect(saveAnswer(world.as(amina), sent, first, 'At home', 0)).toEqual(refusal('changed-elsewhere'));
    expect(saveAnswer(world.as(amina), sent, first, 'On the bus', 0)).toMatchObject({ value: { revision: 1 } });
    saveDetails(world.as(amina), sent, { amountMinor: 1_000 }, 0);
    expect(saveDetails(world.as(amina), sent, { amountMinor: 2_000 }, 0)).toEqual(refusal('changed-elsewhere'));
  });

  it('keeps any length while it is written, and asks for the limits when it is sent', () => {
    const { world, amina, sent, first, ask } = reopened();
    ask();
    expect(saveAnswer(world.as(amina), sent, first, 'word '.repeat(5_000)).ok).toBe(true);
    expect(sendAgain(world.as(amina), sent)).toEqual(refusal('too-many-words'));
    expect(myApplication(world.as(amina), sent)?.gaps).toMatchObject([{ kind: 'too-many-words', questionId: first }]);
    expect(saveAnswer(world.as(amina), sent, first, '').ok).toBe(true);
    expect(sendAgain(world.as(amina), sent)).toEqual(refusal('answers-missing'));
  });

  it('holds the panel back until it ends, and never begins once somebody reads', () => {
    const { world, call, grace, amina, sent, first, ask } = reopened();
    world.moveTo(call.closesAt - 1);
    const untilAt = call.closesAt + 3 * DAY;
    const asking = { questionIds: [first], details: [], reason: 'Why?', untilAt };
    expect(reopenApplication(world.as(grace), sent, asking).ok).toBe(true);
    world.moveTo(call.closesAt);
    const stop = () => {
      const context = world.as(grace);
      return context.transact((tx) => stopEntries(tx, context, call.id));
    };
    expect(entriesEndAt(world.as(grace), call.id)).toBe(untilAt);
    expect(stop()).toEqual(refusal('entries-open'));
    saveAnswer(world.as(amina), sent, first, 'This is why.');
    sendAgain(world.as(amina), sent);
    expect(stop().ok).toBe(true);
    expect(ask()).toEqual(refusal('reading-begun'));
  });

  it('is for managers of the call, and closed by them too; withdrawing ends it', async () => {
    const { world, grace, amina, sent, first, ask } = reopened();
    const bo = world.person('Bo');
    const asking = { questionIds: [first], details: [], reason: 'Why?', untilAt: world.now() + 3 * DAY };
    expect(reopenApplication(world.as(amina), sent, asking)).toEqual(refusal('not-found'));
    expect(reopenApplication(world.as(bo), sent, asking)).toEqual(refusal('not-found'));
    expect(takeBackReopening(world.as(grace), sent)).toEqual(refusal('not-reopened'));
    ask();
    expect(ask()).toEqual(refusal('already-reopened'));
    expect(saveAnswer(world.as(bo), sent, first, 'Not mine')).toEqual(refusal('not-found'));
    expect(sendAgain(world.as(bo), sent)).toEqual(refusal('not-found'));
    expect(takeBackReopening(world.as(bo), sent)).toEqual(refusal('not-found'));
    saveAnswer(world.as(amina), sent, first, 'Half');
    expect(takeBackReopening(world.as(grace), sent).ok).toBe(true);
    expect(myApplication(world.as(amina), sent)).toMatchObject({ reopening: null, unsent: [{ text: 'Half' }] });
    expect(ask().ok).toBe(true);
    await withdrawApplication(world.as(amina), sent);
    expect(saveAnswer(world.as(amina), sent, first, 'Gone')).toEqual(refusal('frozen'));
    expect(sendAgain(world.as(amina), sent)).toEqual(refusal('not-reopened'));
  });

  it('tells the applicant what, why, until when and what to do, and sends a receipt', async () => {
    const { world, grace, amina, sent, first, ask } = reopened();
    const letters = async () => {
      await keepPromises(() => world.as(null), keepers);
      return world.db.select().from(message).all();
    };
    await letters();
    ask();
    const opened = (await letters()).at(-1);
    expect(opened?.recipient).toBe('amina@people.example');
    for (const part of ['Your costs do not add up.', 'Amount', 'You have until', 'Everything else stays'])
      expect(opened?.text).toContain(part);
    saveAnswer(world.as(amina), sent, first, 'Better');
    sendAgain(world.as(amina), sent);
    expect((await letters()).at(-1)?.subject).toMatch(/^We have your new answers/);
    world.pass(1);
    ask();
    await letters();
    takeBackReopening(world.as(grace), sent);
    expect((await letters()).at(-1)?.subject).toMatch(/^You need not change anything/);
  });
});

describe('the database', () => {
  it('lets a sent answer change only to what was written for it, and in time', () => {
    const { world, amina, sent, first, untilAt, ask } = reopened();
    ask();
    saveAnswer(world.as(amina), sent, first, 'Written here');
    const change = (text: string, savedAt: number) => () => world.db.update(answer).set({ text, savedAt }).run();
    expect(change('Slipped in', world.now())).toThrow();
    expect(change('Written here', untilAt)).toThrow();
    const retitle = () => world.db.update(application).set({ title: 'Slipped in', savedAt: world.now() }).run();
    expect(retitle).toThrow();
  });
});

describe('the forms of a reopening', () => {
  const local = '2026-03-09T12:00';

  it('ask a manager for parts, a reason and a day, and keep what was typed', async () => {
    const { world, grace, sent, first } = reopened();
    const post = (form: Record<string, string>) =>
      answerOf(() => postReopen(asked(world, grace, { applicationId: sent }, form)));
    expect((await post({ reason: 'Why?', untilAt: local })).reply).toMatchObject({
      errors: { questions: 'Choose at least one part.' },
      typed: { reason: ['Why?'] },
    });
    expect((await post({ questions: first, untilAt: local })).reply?.errors).toHaveProperty('reason');
    expect((await post({ questions: first, reason: 'Why?', untilAt: '2026-03-02T13:00' })).reply?.errors).toEqual({
      untilAt: 'Give them at least one whole day.',
    });
    expect((await post({ questions: first, reason: 'Why?', untilAt: local })).status).toBe(303);
    expect((await post({ intent: 'take-back' })).status).toBe(303);
  });

  it('open a part once that a browser names twice', async () => {
    const { world, grace, sent, amina } = reopened();
    const typed = [
      ['details', 'title'],
      ['details', 'title'],
      ['reason', 'Why?'],
      ['untilAt', local],
    ];
    const posted = new Request('https://pot.example/here', { method: 'POST', body: new URLSearchParams(typed) });
    const at = { ...asked(world, grace, { applicationId: sent }), request: posted };
    expect((await answerOf(() => postReopen(at))).status).toBe(303);
    expect(myApplication(world.as(amina), sent)?.reopening?.details).toEqual(['title']);
  });

  it('take a new answer without scripts, send it again, and lose no word that comes too late', async () => {
    const { world, amina, sent, first, untilAt, ask } = reopened();
    ask();
    const write = (text: string) =>
      answerOf(() => postQuestion(asked(world, amina, { applicationId: sent, questionId: first }, { text })));
    const send = () => answerOf(() => postAgain(asked(world, amina, { applicationId: sent }, {})));
    expect((await send()).reply?.message).toMatch(/not changed anything/);
    expect((await write('Plain form')).to).toBe(`/apply/${sent}`);
    expect((await send()).to).toBe(`/apply/${sent}?done=again`);
    world.moveTo(untilAt);
    const late = await write('Too late');
    expect([late.status, late.reply?.typed.text]).toEqual([409, ['Too late']]);
  });
});
