import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { chooseLanguage } from '#app/people/commands/choose-language.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { phoneNumber } from '#db/schema/people.ts';
import { message } from '#db/schema/platform.ts';
import { isEnglishSentence } from '#test/english-sentences.ts';
import { FakeNotify } from '#test/fakes/notify.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { draftCall, openCall } from '#test/world/trial-call.ts';
import { publishCall } from '../call/commands/publish-call.server.ts';
import { setCallDates } from '../call/commands/set-call-dates.server.ts';
import { setCheckItems } from '../call/commands/set-check-items.server.ts';
import { callById } from '../call/queries/call-facts.server.ts';
import { answerJoinRequest } from './commands/answer-join-request.server.ts';
import { answerQuestion } from './commands/answer-question.server.ts';
import { answerReading } from './commands/answer-reading.server.ts';
import { askQuestion } from './commands/ask-question.server.ts';
import { askReading } from './commands/ask-reading.server.ts';
import { askToJoinUp } from './commands/ask-to-join-up.server.ts';
import { bookSlot } from './commands/book-slot.server.ts';
import { setCarryConsent } from './commands/carry-consent.server.ts';
import { checkEligibility } from './commands/check-eligibility.server.ts';
import { inviteAgain } from './commands/invite-again.server.ts';
import { offerSlot } from './commands/offer-slot.server.ts';
import { remindOfMeetings } from './commands/remind-of-meetings.server.ts';
import { reopenApplication } from './commands/reopen-application.server.ts';
import { setMatchConsent } from './commands/set-match-consent.server.ts';
import { tellEligibility } from './commands/tell-eligibility.server.ts';
import { withdrawSlot } from './commands/withdraw-slot.server.ts';

const AMALS = '+447700900123';

/** Grace's call; Amal reads Arabic, has given her telephone number, Yusuf English. */
function office() {
  const { key: NOTIFY_API_KEY, smsTemplate: NOTIFY_SMS_TEMPLATE } = new FakeNotify();
  const world = testWorld({ NOTIFY_API_KEY, NOTIFY_SMS_TEMPLATE });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const grace = staff.Grace ?? '';
  const [amal, yusuf] = [world.person('Amal'), world.person('Yusuf')];
  chooseLanguage(world.as(amal), 'ar');
  const phone = { personId: amal, number: AMALS, codeHash: 'x', sentAt: world.now(), wrongTries: 0 };
  world.db
    .insert(phoneNumber)
    .values({ ...phone, confirmedAt: world.now() })
    .run();
  return { world, partnerId, grace, amal, yusuf };
}

/** A call that reads drafts and asks who it is for, on its first day. */
function helpfulCall({ world, grace, partnerId }: ReturnType<typeof office>) {
  const draft = draftCall(world, grace, partnerId);
  setCallDates(world.as(grace), draft.id, [
    ...draft.dates,
    { kind: 'draft-feedback', startsAt: draft.closesAt - 10 * DAY, endsAt: null, place: '' },
  ]);
  setCheckItems(world.as(grace), draft.id, [
    { statement: 'Your group works here.', route: 'partner', advice: 'Ask the council.', link: '', otherSlug: null },
  ]);
  publishCall(world.as(grace), draft.id);
  world.moveTo(draft.opensAt);
  return callById(world.as(null), draft.id) ?? draft;
}

async function lettersTo(world: TestWorld, name: string) {
  for (let round = 0; round < 3; round += 1) await keepPromises(() => world.as(null), keepers);
  return world.db
    .select()
    .from(message)
    .all()
    .filter(({ recipient }) => recipient.startsWith(name.toLowerCase()));
}

async function textsTo(world: TestWorld): Promise<string[]> {
  await keepPromises(() => world.as(null), keepers);
  const rows = world.db.select().from(message).all();
  return rows.filter(({ channel, recipient }) => channel === 'sms' && recipient === AMALS).map(({ text }) => text);
}

/** In Arabic from the subject to the button, and written from right to left; what a person wrote stays as it was. */
async function expectArabic(world: TestWorld, count: number): Promise<void> {
  const letters = await lettersTo(world, 'Amal');
  expect(letters).toHaveLength(count);
  for (const { subject, html, text } of letters) {
    expect(subject).toMatch(/\p{Script=Arabic}{3}/u);
    expect(html).toMatch(/<html[^>]* dir="rtl"[^>]* lang="ar"|<html[^>]* lang="ar"[^>]* dir="rtl"/);
    const paragraphs = text.split(/\n{2,}/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
    expect(paragraphs.filter(isEnglishSentence)).toEqual([]);
  }
}

describe('letters in the language of whoever gets them', () => {
  it('bring the answer to a question, and comments on a draft', async () => {
    const at = office();
    const { world, grace, amal } = at;
    const call = helpfulCall(at);
    const draft = writtenDraft(world, amal, call);
    const [questionId, readingId] = [world.newId(), world.newId()];
    askQuestion(world.as(amal), draft, { id: questionId, questionId: null, text: 'هل نستطيع شراء أوانٍ؟' });
    expect(answerQuestion(world.as(grace), questionId, 'Yes, you may buy pots.', null).ok).toBe(true);
    askReading(world.as(amal), draft, readingId, true);
    const what = call.questions[0]?.id ?? '';
    expect(answerReading(world.as(grace), readingId, [{ what, text: 'Say how many come.' }], null).ok).toBe(true);
    await expectArabic(world, 2);
  });

  it('tell of a time to talk: taken, soon, and taken back; its host reads English', async () => {
    const at = office();
    const { world, grace, amal } = at;
    const call = helpfulCall(at);
    const draft = writtenDraft(world, amal, call);
    const slotId = world.newId();
    const slot = { minutes: 30, way: 'place', place: 'Room 2', language: 'ar', interpreter: true } as const;
    offerSlot(world.as(grace), call.id, slotId, { ...slot, startsAt: call.opensAt + 3 * DAY });
    expect(bookSlot(world.as(amal), draft, slotId, '').ok).toBe(true);
    world.moveTo(call.opensAt + 2.5 * DAY);
    remindOfMeetings(world.as(null));
    await expectArabic(world, 2);
    expect(await textsTo(world)).toEqual([expect.stringMatching(/موعدك للحديث/)]);
    expect(withdrawSlot(world.as(grace), call.id, slotId).ok).toBe(true);
    await expectArabic(world, 3);
    const toHost = await lettersTo(world, 'Grace');
    expect(toHost.map(({ subject }) => isEnglishSentence(subject))).toEqual([true]);
  });

  it('tell what a check found', async () => {
    const at = office();
    const { world, grace, amal } = at;
    const call = helpfulCall(at);
    const sent = submitted(world, amal, call);
    const finding = { outcome: 'not-eligible', reasonIds: [call.checkItems[0]?.id ?? ''], note: '' } as const;
    expect(checkEligibility(world.as(grace), sent, 0, finding).ok).toBe(true);
    expect(tellEligibility(world.as(grace), call.id, 1).ok).toBe(true);
    await expectArabic(world, 2);
  });

  it('open named questions again, and tell of a next call', async () => {
    const at = office();
    const { world, grace, partnerId, amal } = at;
    const call = openCall(world, grace, partnerId);
    const sent = submitted(world, amal, call);
    const untilAt = world.now() + 7 * DAY;
    const asked = { questionIds: [call.questions[0]?.id ?? ''], details: [], reason: 'Please add the costs.', untilAt };
    expect(reopenApplication(world.as(grace), sent, asked).ok).toBe(true);
    expect(await textsTo(world)).toContainEqual(expect.stringMatching(/يمكنك تغيير إجابات/));
    world.moveTo(call.closesAt);
    const opensAt = world.now() + DAY;
    const next = openCall(world, grace, partnerId, { slug: 'next', opensAt, closesAt: opensAt + 28 * DAY });
    expect(setCarryConsent(world.as(amal), sent, true).ok).toBe(true);
    expect(inviteAgain(world.as(grace), next.id)).toEqual({ ok: true, value: { invited: 1 } });
    await expectArabic(world, 3);
  });

  it('pass between two groups, each in its own', async () => {
    const { world, grace, partnerId, amal, yusuf } = office();
    const call = openCall(world, grace, partnerId);
    const foundable = (owner: Id) => {
      const id = writtenDraft(world, owner, call);
      expect(setMatchConsent(world.as(owner), id, true).ok).toBe(true);
      return id;
    };
    const [kitchen, garden] = [foundable(amal), foundable(yusuf)];
    const ask = (by: Id, from: Id, toId: Id) => {
      const id = world.newId();
      expect(askToJoinUp(world.as(by), from, { id, toId, message: 'Your herbs, our soup?' }).ok).toBe(true);
      return id;
    };
    const toAmal = ask(yusuf, garden, kitchen);
    await expectArabic(world, 1);
    expect(answerJoinRequest(world.as(amal), toAmal, 'accepted').ok).toBe(true);
    const toYusuf = await lettersTo(world, 'Yusuf');
    expect(toYusuf.map(({ subject }) => isEnglishSentence(subject))).toEqual([true]);
  });
});
