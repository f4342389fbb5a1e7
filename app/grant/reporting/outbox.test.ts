import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import type { PageFrom } from '#app/kernel/paging.ts';
import { insertDuty } from '#app/people/store.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { testWorld } from '#test/world/test-world.ts';
import { writtenDraft } from '#test/world/trial-application.ts';
import { offeredRound, shortlistedCall } from '#test/world/trial-award.ts';
import { openCall } from '#test/world/trial-call.ts';
import { answerQuestion } from '../application/commands/answer-question.server.ts';
import { askQuestion } from '../application/commands/ask-question.server.ts';
import { bookSlot } from '../application/commands/book-slot.server.ts';
import { enterForSomebody } from '../application/commands/enter-for-somebody.server.ts';
import { hideFrom } from '../application/commands/hide-from.server.ts';
import { offerSlot } from '../application/commands/offer-slot.server.ts';
import { submitApplication } from '../application/commands/submit-application.server.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { applicationCard } from '../application/queries/application-card.server.ts';
import { messageForStaff, outbox } from './queries/outbox.server.ts';

describe('the time of a message', () => {
  it('is told in the zone that the partner’s calls live by', async () => {
    const world = testWorld();
    const { staff } = shortlistedCall(world, undefined, { timeZone: 'Europe/Helsinki' });
    await keepPromises(() => world.as(null), keepers);
    const messages = outbox(world.as(staff.Grace))?.messages ?? [];
    expect(messages.length).toBeGreaterThan(0);
    expect(new Set(messages.map((message) => message.timeZone))).toEqual(new Set(['Europe/Helsinki']));
    expect(messageForStaff(world.as(staff.Grace), messages[0]?.id ?? '')?.timeZone).toBe('Europe/Helsinki');
  });
});

describe('the messages of a partner with many', () => {
  it('are turned by key and both ways, and found by what became of them', () => {
    const world = testWorld();
    const { staff, partnerId } = shortlistedCall(world);
    const write = (place: number) => ({
      id: world.newId(),
      promiseId: world.newId(),
      recipient: `Person-${place}@people.example`,
      subject: place % 2 === 0 ? 'A letter' : '',
      html: '',
      text: 'Bring a cup.',
      secret: false,
      partnerId,
      state: 'kept' as const,
      writtenAt: world.now() + Math.floor(place / 3),
      tryAfter: world.now(),
    });
    for (let place = 0; place < 130; place += 1) world.db.insert(message).values(write(place)).run();
    const page = (from: PageFrom | null) => outbox(world.as(staff.Grace), null, from);
    const first = page(null);
    expect([first?.messages.length, first?.before]).toEqual([100, null]);
    expect(first?.messages[0]?.writtenAt).toBe(world.now() + 43);
    const second = page({ toward: 'after', id: first?.after ?? '' });
    expect([second?.messages.length, second?.after]).toEqual([30, null]);
    const ids = [...(first?.messages ?? []), ...(second?.messages ?? [])].map(({ id }) => id);
    expect(new Set(ids).size).toBe(130);
    expect(page({ toward: 'before', id: second?.before ?? '' })).toEqual(first);
    expect(first?.messages[0]?.words).toEqual({ recipient: 'Person-129@people.example', subject: 'Bring a cup.' });
    expect(outbox(world.as(staff.Grace), 'kept')?.messages).toHaveLength(100);
    expect(outbox(world.as(staff.Grace), 'failed')?.messages).toEqual([]);
  });
});

describe('the letters of somebody who has named a manager', () => {
  it('are not in her outbox, not even those from before, and stay in a colleague’s', async () => {
    const world = testWorld();
    const { staff, partnerId, people, applications } = offeredRound(world);
    const gail = world.person('Gail');
    insertDuty(world.db, gail, partnerId, 'manager');
    await keepPromises(() => world.as(null), keepers);
    const amina = (context: Context) =>
      (outbox(context)?.messages ?? []).filter(({ words }) => words?.recipient === 'amina@people.example');
    const before = amina(world.as(staff.Grace));
    expect(before.length).toBeGreaterThan(2);
    const named = { kind: 'person', name: 'Grace', email: null } as const;
    expect(hideFrom(world.as(people.Amina ?? ''), applications.Amina ?? '', named).ok).toBe(true);
    expect(amina(world.as(staff.Grace))).toEqual([]);
    expect(
      outbox(world.as(staff.Grace))
        ?.messages.map(({ words }) => words?.subject)
        .join(),
    ).not.toContain('Amina');
    for (const { id } of before) {
      expect(messageForStaff(world.as(staff.Grace), id)).toBeNull();
      expect(messageForStaff(world.as(gail), id)).not.toBeNull();
    }
    expect(outbox(world.as(staff.Grace))?.messages.length).toBeGreaterThan(2);
  });
});

/** Amina writes a draft; Grace has answered her question and meets her, Hana is a manager too. */
async function helpedDraft() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Hana: ['manager'] });
  const [grace, hana] = [staff.Grace ?? '', staff.Hana ?? ''];
  const call = openCall(world, grace, partnerId);
  const amina = world.person('Amina');
  const draft = writtenDraft(world, amina, call);
  const questionId = world.newId();
  const asked = { id: questionId, questionId: null, text: 'May we rent a van?' };
  expect(askQuestion(world.as(amina), draft, asked).ok).toBe(true);
  expect(answerQuestion(world.as(grace), questionId, 'Yes, you may.', 5).ok).toBe(true);
  const slotId = world.newId();
  const startsAt = world.now() + 3 * DAY;
  const slot = { startsAt, minutes: 30, way: 'place', place: 'Room 2', language: 'en', interpreter: false } as const;
  offerSlot(world.as(hana), call.id, slotId, slot);
  expect(bookSlot(world.as(amina), draft, slotId, '').ok).toBe(true);
  await keepPromises(() => world.as(null), keepers);
  const seenBy = (personId: string) => {
    const context = world.as(personId);
    return (outbox(context)?.messages ?? []).map(({ id, words, withheld, state }) => ({
      id,
      state,
      to: words?.recipient ?? null,
      kind: withheld?.kind ?? null,
      text: messageForStaff(context, id)?.text ?? null,
    }));
  };
  return { world, grace, hana, amina, draft, call, seenBy };
}

describe('the letters about a draft', () => {
  it('are read by whoever wrote what they say or was written to; others see that they went', async () => {
    const { grace, hana, seenBy } = await helpedDraft();
    const answered = { kind: 'help-question-answered', to: null, text: null };
    const booked = { kind: 'one-to-one-booked', to: null, text: null };
    // Grace answered. The talk is Hana's: she reads what was written to her, and not what was written to Amina.
    expect(seenBy(grace).filter(({ text }) => text !== null)).toMatchObject([
      { to: 'amina@people.example', text: expect.stringContaining('Yes, you may.') },
    ]);
    expect(seenBy(grace)).toEqual(expect.arrayContaining([expect.objectContaining({ ...booked, state: 'kept' })]));
    expect(seenBy(hana)).toEqual(expect.arrayContaining([expect.objectContaining({ ...answered, state: 'kept' })]));
    expect(seenBy(hana).filter(({ text }) => text !== null)).toMatchObject([{ to: 'hana@people.example' }]);
    expect(JSON.stringify(seenBy(hana))).not.toMatch(/amina|van/i);
  });

  it('are named by what they are and by the reference, on the page too', async () => {
    const { world, hana, draft, seenBy } = await helpedDraft();
    const reference = applicationCard(world, draft)?.reference;
    const withheld = (outbox(world.as(hana))?.messages ?? []).flatMap(({ withheld }) => withheld ?? []);
    expect(new Set(withheld.map((one) => one.reference))).toEqual(new Set([reference]));
    const of = seenBy(hana).find(({ kind }) => kind === 'help-question-answered');
    expect(messageForStaff(world.as(hana), of?.id ?? '')).toMatchObject({ words: null, text: null, lastError: null });
  });

  it('are read once the application was sent', async () => {
    const { world, hana, amina, draft, seenBy } = await helpedDraft();
    expect(submitApplication(world.as(amina), draft).ok).toBe(true);
    expect(seenBy(hana).filter(({ text }) => text === null)).toEqual([]);
  });

  it('stay closed when the draft is taken back', async () => {
    const { world, grace, hana, amina, draft, seenBy } = await helpedDraft();
    await withdrawApplication(world.as(amina), draft);
    await keepPromises(() => world.as(null), keepers);
    expect(seenBy(hana).filter(({ to }) => to === 'amina@people.example')).toEqual([]);
    expect(seenBy(grace).filter(({ to }) => to === 'amina@people.example')).toHaveLength(1);
  });

  it('are read by whoever wrote the application down for somebody without an address', async () => {
    const { world, grace, hana, call, seenBy } = await helpedDraft();
    const who = { forName: 'Bilal', email: '', phone: '', language: 'en' };
    const entryId = world.newId();
    enterForSomebody(world.as(grace), call.id, entryId, { ...who, consentMeans: 'by-phone', consentWords: 'Yes?' });
    const questionId = world.newId();
    askQuestion(world.as(grace), entryId, { id: questionId, questionId: null, text: 'May he rent a boat?' });
    answerQuestion(world.as(hana), questionId, 'Boats are fine.', 5);
    await keepPromises(() => world.as(null), keepers);
    const boats = (personId: string) => seenBy(personId).filter(({ text }) => text?.includes('Boats')).length;
    expect([boats(grace), boats(hana)]).toEqual([1, 1]);
  });
});
