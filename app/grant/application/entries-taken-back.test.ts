import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { claimCode, entryWithdrawal } from '#db/schema/application-entry.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { messagesOf } from '#test/world/messages-of.ts';
import { testWorld } from '#test/world/test-world.ts';
import { trialAnswer, trialDetails } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { claimEntry } from './commands/claim-entry.server.ts';
import { confirmEntry } from './commands/confirm-entry.server.ts';
import { enterForSomebody, type NewEntry } from './commands/enter-for-somebody.server.ts';
import { makeNewClaimCode } from './commands/make-new-claim-code.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { saveDetails } from './commands/save-details.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { takeBackEntry } from './commands/take-back-entry.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { myApplication } from './queries/my-application.server.ts';
import { entryAftermath, entryForMe } from './queries/staff-entries.server.ts';
import { action as entryAction } from './routes/staff-entry.tsx';
import { decideNewCode, decideTakeBackEntry, NEW_CODES_MAX, TAKE_BACK_CHARACTERS_MAX } from './rules/staff-entry.ts';

const refusal = (reason: string) => ({ ok: false, reason });
const { writtenDownDesk: desk } = wordsIn('en').words;

/** Says yes to what stands there now. */
function confirm(context: Context, id: Id) {
  return confirmEntry(context, id, entryForMe(context, id)?.savedAt ?? 0);
}

/** Grace writes down what Bilal says; Hana is a manager too. */
function office(entry: Partial<NewEntry> = {}) {
  const world = testWorld({ SMTP_URL: 'smtp://localhost:1' });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Hana: ['manager'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId);
  const id = world.newId();
  const entered = enterForSomebody(world.as(grace), call.id, id, {
    forName: 'Bilal',
    email: '',
    phone: '07700 900123',
    language: 'en',
    consentMeans: 'by-phone',
    consentWords: 'Is that all right?',
    ...entry,
  });
  saveDetails(world.as(grace), id, trialDetails(call));
  for (const question of call.questions)
    saveAnswer(world.as(grace), id, question.id, trialAnswer(question, 'He says.'));
  const anew = (codeId: Id = world.newId(), by: Id = grace) => makeNewClaimCode(world.as(by), id, codeId);
  const letters = async () => {
    await keepPromises(() => world.as(null), keepers);
    return messagesOf(world.as(grace), [partnerId], 20);
  };
  const code = entered.ok ? (entered.value.code ?? '') : '';
  return {
    world,
    call,
    grace,
    hana: staff.Hana ?? '',
    bilal: world.person('Bilal by himself'),
    id,
    code,
    anew,
    letters,
  };
}

describe('a code on paper that Bilal has lost', () => {
  it('is made anew by whoever wrote it down: the new one opens it and the old one nothing', () => {
    const { world, grace, bilal, id, code, anew } = office();
    const made = anew();
    const fresh = made.ok ? made.value.code : '';
    expect(claimEntry(world.as(bilal), code)).toEqual(refusal('code-unknown'));
    expect(claimEntry(world.as(bilal), fresh)).toEqual({ ok: true, value: { applicationId: id } });
    expect(entryAftermath(world.as(null), id).codes).toEqual([{ number: 1, madeAt: world.now(), madeBy: 'Grace' }]);
    expect(anew()).toEqual(refusal('already-claimed'));
    expect(entryAftermath(world.as(grace), id).codes).toHaveLength(1);
  });

  it('can be lost again: only the last one opens it', () => {
    const { world, bilal, id, anew } = office();
    const [first, second] = [anew(), anew()];
    expect(claimEntry(world.as(bilal), first.ok ? first.value.code : '')).toEqual(refusal('code-unknown'));
    expect(claimEntry(world.as(bilal), second.ok ? second.value.code : '').ok).toBe(true);
    expect(myApplication(world.as(bilal), id)?.role).toBe('owner');
  });

  it('is made once however often the form is sent, and no copy of it is kept', () => {
    const { world, hana, bilal, anew } = office();
    const codeId = world.newId();
    const made = anew(codeId);
    expect(anew(codeId)).toEqual(refusal('already-made'));
    for (const who of [hana, bilal]) expect(anew(world.newId(), who)).toEqual(refusal('not-found'));
    const kept = JSON.stringify(world.db.select().from(claimCode).all());
    expect(kept).not.toContain(made.ok ? made.value.code.replaceAll('-', '').slice(0, 15) : '');
  });

  it('is not for somebody who signs in with an address', () => {
    const { anew } = office({ email: 'bilal@people.example' });
    expect(anew()).toEqual(refusal('signs-in'));
  });

  it('is refused after the twentieth', () => {
    const open = { claimedAt: null };
    expect(decideNewCode(open, { state: 'draft' }, false, NEW_CODES_MAX - 1).ok).toBe(true);
    expect(decideNewCode(open, { state: 'draft' }, false, NEW_CODES_MAX)).toEqual(refusal('too-many-codes'));
    expect(decideNewCode(open, { state: 'withdrawn' }, false, 0)).toEqual(refusal('withdrawn'));
  });

  it('stays in the log whatever plain SQL tries', () => {
    const { world, hana, id, anew } = office();
    anew();
    expect(() => world.db.update(claimCode).set({ madeBy: hana }).run()).toThrow();
    expect(() => world.db.delete(claimCode).run()).toThrow();
    const row = { id: 'x', applicationId: id, number: 1, claimHash: 'h', madeAt: 1, madeBy: hana };
    expect(() => world.db.insert(claimCode).values(row).run()).toThrow();
  });
});

describe('taking back what was written down for somebody', () => {
  it('takes a reason, is told to Bilal where he has an address, and stays written', async () => {
    const { world, grace, id, letters } = office({ email: 'bilal@people.example' });
    confirm(world.as(grace), id);
    expect(submitApplication(world.as(grace), id).ok).toBe(true);
    await letters();
    expect(await takeBackEntry(world.as(grace), id, '  ')).toEqual(refusal('reason-missing'));
    expect(await takeBackEntry(world.as(grace), id, 'He found another fund.')).toEqual({
      ok: true,
      value: 'taken-back',
    });
    const told = (await letters()).find(({ subject }) => subject.startsWith('Your application was taken back'));
    expect(told?.recipient).toBe('bilal@people.example');
    for (const part of ['Grace', 'He found another fund.', 'Dear Bilal']) expect(told?.text).toContain(part);
    expect(entryAftermath(world.as(null), id).takenBack).toEqual({
      at: world.now(),
      by: 'Grace',
      reason: 'He found another fund.',
    });
    expect(await takeBackEntry(world.as(grace), id, 'Again.')).toEqual(refusal('already-withdrawn'));
  });

  it('works for a draft too, and its letter stays with staff where nobody can be reached', async () => {
    const { world, grace, id, letters } = office();
    expect((await takeBackEntry(world.as(grace), id, 'It was begun twice.')).ok).toBe(true);
    const told = (await letters()).find(({ subject }) => subject.startsWith('Your application was taken back'));
    expect(told?.state).toBe('kept');
    expect(entryAftermath(world.as(null), id).isReachable).toBe(false);
  });

  it('is for whoever wrote it, until its owner has taken it over', async () => {
    const { world, grace, hana, bilal, id, code } = office();
    for (const who of [hana, bilal]) {
      expect(await takeBackEntry(world.as(who), id, 'Why not.')).toEqual(refusal('not-found'));
    }
    claimEntry(world.as(bilal), code);
    expect(await takeBackEntry(world.as(grace), id, 'He asked me.')).toEqual(refusal('already-claimed'));
    expect((await withdrawApplication(world.as(bilal), id)).ok).toBe(true);
    expect(world.db.select().from(entryWithdrawal).all()).toEqual([]);
  });

  it('keeps a reason that is too long as it was typed', async () => {
    const { world, grace, id } = office();
    const typed = { intent: 'take-back', reason: 'a'.repeat(TAKE_BACK_CHARACTERS_MAX + 1) };
    const { status, reply } = await answerOf(() => entryAction(asked(world, grace, { applicationId: id }, typed)));
    expect([status, reply?.errors.reason, reply?.typed.reason]).toEqual([
      422,
      desk.takeBackRefusals['reason-too-long'],
      [typed.reason],
    ]);
    expect(decideTakeBackEntry({ claimedAt: null }, 'a'.repeat(TAKE_BACK_CHARACTERS_MAX)).ok).toBe(true);
  });
});
