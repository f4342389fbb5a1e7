import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { messagesOf } from '#test/world/messages-of.ts';
import { testWorld } from '#test/world/test-world.ts';
import { scratchFolder, writtenDraft } from '#test/world/trial-application.ts';
import { draftCall } from '#test/world/trial-call.ts';
import { publishCall } from '../call/commands/publish-call.server.ts';
import { setCallDates } from '../call/commands/set-call-dates.server.ts';
import { callById } from '../call/queries/call-facts.server.ts';
import { agreeToMerge, offerMerge } from './commands/agree-to-merge.server.ts';
import { answerJoinRequest } from './commands/answer-join-request.server.ts';
import { answerReading } from './commands/answer-reading.server.ts';
import { askReading } from './commands/ask-reading.server.ts';
import { askToJoinUp } from './commands/ask-to-join-up.server.ts';
import { bookSlot } from './commands/book-slot.server.ts';
import { confirmEntry } from './commands/confirm-entry.server.ts';
import { enterForSomebody } from './commands/enter-for-somebody.server.ts';
import { mergeDrafts } from './commands/merge-drafts.server.ts';
import { offerSlot } from './commands/offer-slot.server.ts';
import { setMatchConsent } from './commands/set-match-consent.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { takeBackEntry } from './commands/take-back-entry.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { helpInbox } from './queries/help-inbox.server.ts';
import { mergePage } from './queries/merge-page.server.ts';
import { slotsOfCall } from './queries/one-to-ones.server.ts';
import { othersPage } from './queries/others-page.server.ts';
import { entryForMe } from './queries/staff-entries.server.ts';
import { findReading } from './store/draft-feedback.server.ts';

const refusal = (reason: string) => ({ ok: false, reason });
const { help, helpDesk } = wordsIn('en').words;

/** Amina has lent her draft to be read, and meets Grace in three days. */
async function helped() {
  const world = testWorld({ DATA_DIR: scratchFolder() });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const grace = staff.Grace ?? '';
  const drafted = draftCall(world, grace, partnerId);
  const feedback = { kind: 'draft-feedback', startsAt: drafted.closesAt - 2 * DAY, endsAt: null, place: '' } as const;
  setCallDates(world.as(grace), drafted.id, [...drafted.dates, feedback]);
  publishCall(world.as(grace), drafted.id);
  world.moveTo(drafted.opensAt);
  const call = callById(world.as(null), drafted.id) ?? drafted;
  const [amina, yusuf] = [world.person('Amina'), world.person('Yusuf')];
  const draft = writtenDraft(world, amina, call);
  const startsAt = world.now() + 3 * DAY;
  const slotId = world.newId();
  const slot = { startsAt, minutes: 30, way: 'place', place: 'Room 2', language: 'en', interpreter: false } as const;
  offerSlot(world.as(grace), call.id, slotId, slot);
  const book = (by: string, applicationId: string) => bookSlot(world.as(by), applicationId, slotId, '');
  const readingId = world.newId();
  const lend = (by: string, applicationId: string) => askReading(world.as(by), applicationId, readingId, true);
  const post = async () => {
    await keepPromises(() => world.as(null), keepers);
    return messagesOf(world.as(grace), [partnerId], 50).map(({ recipient, subject, text }) => ({
      recipient,
      subject,
      text: text.replace(/\s+/g, ' '),
    }));
  };
  const bookings = () => slotsOfCall(world.as(grace), call.id)?.slots.map(({ booking }) => booking !== null);
  const lent = () => findReading(world.db, readingId)?.copy ?? null;
  const isLent = () => (helpInbox(world.as(grace), call.id)?.readings.length ?? 0) > 0;
  const at = { world, call, grace, amina, yusuf, draft, startsAt, readingId, book, lend, post, bookings, lent, isLent };
  return at;
}

type At = Awaited<ReturnType<typeof helped>>;

const isOfEnd = (subject: string) => subject.startsWith(help.letterEndedSubject.split('{')[0] ?? '');

/** What both are told, and what is left of the help. */
async function ended(at: At, why: keyof typeof help.letterEndedLead, to = 'amina@people.example') {
  expect([at.bookings(), at.lent(), at.isLent()]).toEqual([[false], null, false]);
  const when = wordsIn('en').deadline(at.startsAt, at.call.timeZone);
  const letters = await at.post();
  const toBooker = letters.filter(({ recipient, subject }) => recipient === to && isOfEnd(subject));
  expect(toBooker).toHaveLength(1);
  expect(toBooker[0]?.text).toContain(help.letterEndedLead[why].replace('{when}', when));
  expect(toBooker[0]?.text).toContain(help.letterEndedNext[why]);
  const toHost = letters.filter(({ subject }) => subject === helpDesk.letterHostCancelledTitle);
  expect(toHost.map(({ recipient }) => recipient)).toEqual(['grace@people.example']);
  expect(toHost[0]?.text).toContain('no longer needs your time');
}

describe('the help that a draft had', () => {
  it('ends when the draft is taken back', async () => {
    const at = await helped();
    expect([at.book(at.amina, at.draft).ok, at.lend(at.amina, at.draft).ok]).toEqual([true, true]);
    expect(at.lent()).not.toBeNull();
    await withdrawApplication(at.world.as(at.amina), at.draft);
    await ended(at, 'taken-back');
    expect(answerReading(at.world.as(at.grace), at.readingId, [], 20).ok).toBe(false);
    // The time is free: Yusuf takes it.
    expect(at.book(at.yusuf, writtenDraft(at.world, at.yusuf, at.call)).ok).toBe(true);
  });

  it('ends when the application is sent', async () => {
    const at = await helped();
    expect([at.book(at.amina, at.draft).ok, at.lend(at.amina, at.draft).ok]).toEqual([true, true]);
    expect(submitApplication(at.world.as(at.amina), at.draft).ok).toBe(true);
    await ended(at, 'sent');
  });

  it('ends when the draft becomes part of another one, whose own help goes on', async () => {
    const at = await helped();
    const { world, amina, yusuf, draft } = at;
    const garden = writtenDraft(world, yusuf, at.call);
    expect([at.book(yusuf, garden).ok, at.lend(yusuf, garden).ok]).toEqual([true, true]);
    const own = world.newId();
    expect(askReading(world.as(amina), draft, own, true).ok).toBe(true);
    setMatchConsent(world.as(amina), draft, true);
    setMatchConsent(world.as(yusuf), garden, true);
    const requestId = world.newId();
    askToJoinUp(world.as(amina), draft, { id: requestId, toId: garden, message: 'Your herbs, our soup?' });
    answerJoinRequest(world.as(yusuf), requestId, 'accepted');
    offerMerge(world.as(amina), draft, garden);
    const mergeId = othersPage(world.as(amina), draft)?.merges[0]?.id ?? '';
    agreeToMerge(world.as(yusuf), mergeId);
    const shown = mergePage(world.as(amina), draft, mergeId)?.questions ?? [];
    const chosen = new Map(shown.map(({ id, seen }) => [id, { choice: 'ours', seen }] as const));
    expect(mergeDrafts(world.as(amina), mergeId, chosen).ok).toBe(true);
    expect(findReading(world.db, own)?.copy).not.toBeNull();
    expect(helpInbox(world.as(at.grace), at.call.id)?.readings).toMatchObject([{ id: own }]);
    expect([at.bookings(), at.lent()]).toEqual([[false], null]);
    const told = (await at.post()).filter(({ subject }) => isOfEnd(subject));
    expect(told.map(({ recipient }) => recipient)).toEqual(['yusuf@people.example']);
    expect(told[0]?.text).toContain(help.letterEndedNext.merged);
  });

  it('ends when staff take back what they wrote down', async () => {
    const at = await helped();
    const { world, call, grace } = at;
    const entryId = world.newId();
    const who = { forName: 'Bilal', email: '', phone: '', language: 'en' };
    enterForSomebody(world.as(grace), call.id, entryId, { ...who, consentMeans: 'by-phone', consentWords: 'Yes?' });
    expect(at.book(grace, entryId).ok).toBe(true);
    expect(confirmEntry(world.as(grace), entryId, entryForMe(world.as(grace), entryId)?.savedAt ?? 0).ok).toBe(false);
    expect((await takeBackEntry(world.as(grace), entryId, 'A mistake.')).ok).toBe(true);
    await ended(at, 'taken-back', 'grace@people.example');
  });

  it('stays where a talk has begun, so that its host can say what came of it', async () => {
    const at = await helped();
    at.book(at.amina, at.draft);
    at.world.moveTo(at.startsAt);
    await withdrawApplication(at.world.as(at.amina), at.draft);
    expect(at.bookings()).toEqual([true]);
    expect((await at.post()).filter(({ subject }) => isOfEnd(subject))).toEqual([]);
  });

  it('cannot be asked for again after that', async () => {
    const at = await helped();
    await withdrawApplication(at.world.as(at.amina), at.draft);
    expect([at.book(at.amina, at.draft).ok, at.lend(at.amina, at.draft).ok]).toEqual([false, false]);
    expect(await withdrawApplication(at.world.as(at.amina), at.draft)).toEqual(refusal('already-withdrawn'));
  });
});
