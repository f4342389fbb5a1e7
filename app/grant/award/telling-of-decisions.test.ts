import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '#app/kernel/instant.ts';
import { chooseLanguage } from '#app/people/commands/choose-language.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { decisionLetter } from '#db/schema/assessment-meeting.ts';
import { message } from '#db/schema/platform.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { shortlistedCall, type TrialRound, trialChoices } from '#test/world/trial-award.ts';
import { declareConflicts } from '../assessment/commands/declare-conflicts.server.ts';
import { decisionLockOf } from '../assessment/queries/decision-lock.server.ts';
import { lockAwards } from './commands/lock-awards.server.ts';
import { offerAwards } from './commands/offer-awards.server.ts';
import { saveAwardLetter } from './commands/save-award-letter.server.ts';
import { decideAwardsByTwo } from './decide-by-two.testing.ts';
import { awardLetterList } from './queries/award-letter-list.server.ts';
import { awardsLock } from './queries/awards-check.server.ts';
import { decisionPage } from './queries/decision-page.server.ts';
import { awardLettersToLookAt } from './queries/releasing.server.ts';
import * as applyDecision from './routes/apply-decision.tsx';
import * as staffAwards from './routes/staff-awards.tsx';

const WRITTEN = 'What the panel liked\n• People.\n\nWhat the panel was not sure about\n• Time.';

const chosenIn = (world: TestWorld, round: TrialRound) => ({
  choices: trialChoices(round),
  publicReason: '',
  reserveUntil: world.now() + 60 * DAY,
});

/** Decides about the awards a minute after everybody has had the letter about the shortlist. */
async function decide(world: TestWorld, round: TrialRound, feedbackFrom: number | null) {
  expect((await keepPromises(() => world.as(null), keepers)).failed).toBe(0);
  world.pass(MINUTE);
  const grace = world.as(round.staff.Grace);
  const decided = decideAwardsByTwo(
    grace,
    world.as(round.staff.Farah),
    round.call.id,
    chosenIn(world, round),
    feedbackFrom,
  );
  expect(decided.ok).toBe(true);
  expect(offerAwards(grace, round.call.id, {}).ok).toBe(true);
}

const pageOf = (world: TestWorld, round: TrialRound, name: string) =>
  decisionPage(world.as(round.people[name] ?? ''), round.applications[name] ?? '');

/** The letters somebody has got so far, oldest first. */
async function lettersTo(world: TestWorld, name: string) {
  expect((await keepPromises(() => world.as(null), keepers)).failed).toBe(0);
  return world.db
    .select()
    .from(message)
    .all()
    .filter((row) => row.recipient === `${name}@people.example`)
    .toSorted((one, other) => one.writtenAt - other.writtenAt);
}

describe('the letters about awards', () => {
  it('carry what reviewers wrote to everybody, without names, in the language of each', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    expect(chooseLanguage(world.as(round.people.Chen ?? ''), 'ar').ok).toBe(true);
    await decide(world, round, null);
    const pages = { Amina: 'award', Chen: 'decision', Dara: 'decision' };
    for (const [name, page] of Object.entries(pages)) {
      const last = (await lettersTo(world, name.toLowerCase())).at(-1);
      expect(last?.text).toContain('• People.');
      expect(last?.text).toContain('• Time.');
      expect(last?.text).not.toContain('Bo');
      expect(last?.html).toContain(`/apply/${round.applications[name]}/${page}`);
    }
    const chen = (await lettersTo(world, 'chen')).at(-1);
    expect(chen?.html).toContain('dir="rtl"');
    expect(chen?.text).toContain('ما أعجب اللجنة');
    expect(chen?.subject).toContain('القائمة الاحتياطية');
  });

  it('leave what reviewers wrote for its own day, and bring it then', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const day = world.now() + 10 * DAY;
    await decide(world, round, day);
    const letters = await lettersTo(world, 'chen');
    expect(letters.at(-1)?.subject).toContain('reserve list');
    expect(letters.at(-1)?.text).not.toContain('People.');
    world.moveTo(day - 1);
    expect(await lettersTo(world, 'chen')).toHaveLength(letters.length);
    world.moveTo(day);
    const later = await lettersTo(world, 'chen');
    expect(later).toHaveLength(letters.length + 1);
    expect(later.at(-1)?.subject).toBe('What the panel wrote about “Chen’s plan”');
    expect(later.at(-1)?.text).toContain('• People.');
  });

  it('bring nothing on that day, nor on the page, of somebody who turns out to be tied before it', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const day = world.now() + 10 * DAY;
    await decide(world, round, day);
    const before = (await lettersTo(world, 'chen')).length;
    world.pass(DAY);
    const tie = { applicationId: round.applications.Chen ?? '', level: 'hard' as const, reason: 'A cousin.' };
    expect(declareConflicts(world.as(round.assessorId), round.call.id, [tie]).ok).toBe(true);
    world.moveTo(day);
    expect((await lettersTo(world, 'amina')).at(-1)?.text).toContain('• People.');
    // Nobody else wrote about Chen: there is nothing to bring, and nothing to read.
    expect(await lettersTo(world, 'chen')).toHaveLength(before);
    expect(JSON.stringify(pageOf(world, round, 'Chen'))).not.toContain('People.');
    expect(JSON.stringify(pageOf(world, round, 'Amina'))).toContain('People.');
    // The letter itself is out, and nobody rewrites what went.
    const ofChen = eq(decisionLetter.applicationId, round.applications.Chen ?? '');
    expect(() => world.db.update(decisionLetter).set({ feedback: '' }).where(ofChen).run()).toThrow();
  });

  it('cannot promise it for a moment that has passed', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const grace = world.as(round.staff.Grace);
    const chosen = chosenIn(world, round);
    const past = lockAwards(grace, round.call.id, chosen, world.now());
    expect(past).toEqual({ ok: false, reason: 'feedback-in-the-past' });
    expect(lockAwards(grace, round.call.id, chosen, world.now() + 1).ok).toBe(true);
    const second = world.as(round.staff.Farah);
    expect(decisionLockOf(second, round.call.id, 'award')?.feedbackFrom).toBe(world.now() + 1);
    expect(awardsLock(second, round.call.id, chosen)?.isStale).toBe(false);
  });

  it('can be rewritten with what reviewers wrote, and are looked at again when one of them turns out to be tied', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const grace = world.as(round.staff.Grace);
    const chosen = chosenIn(world, round);
    const letterTo = (name: string) =>
      awardLetterList(world.as(round.staff.Grace), round.call.id, chosen, null)?.rows.find(
        (row) => row.applicationId === round.applications[name],
      );
    expect(letterTo('Chen')?.feedback).toBe(WRITTEN);
    const written = {
      applicationId: round.applications.Dara ?? '',
      subject: 'Hello',
      body: 'Words.',
      feedback: 'Mine.',
    };
    expect(saveAwardLetter(grace, round.call.id, chosen, written, letterTo('Dara')?.mark ?? '').ok).toBe(true);
    expect(letterTo('Dara')).toMatchObject({ feedback: 'Mine.', isEdited: true });
    expect(lockAwards(grace, round.call.id, chosen, null).ok).toBe(true);
    world.pass(MINUTE);
    // Bo remembers that he knows somebody there.
    const tie = { applicationId: round.applications.Chen ?? '', level: 'hard' as const, reason: 'My cousin.' };
    expect(declareConflicts(world.as(round.assessorId), round.call.id, [tie]).ok).toBe(true);
    expect(awardsLock(world.as(round.staff.Farah), round.call.id, chosen)?.isStale).toBe(true);
  });

  /** Two people have decided; then Bo remembers that he knows somebody in Chen's and Dara's groups. */
  function decidedThenTied(dara: { body: string; feedback: string } | null) {
    const world = testWorld();
    const round = shortlistedCall(world);
    const grace = () => world.as(round.staff.Grace);
    const chosen = chosenIn(world, round);
    const mark = (applicationId: string) =>
      awardLetterList(grace(), round.call.id, chosen, null)?.rows.find((row) => row.applicationId === applicationId)
        ?.mark;
    if (dara !== null) {
      const applicationId = round.applications.Dara ?? '';
      const written = { applicationId, subject: 'Hello', ...dara };
      expect(saveAwardLetter(grace(), round.call.id, chosen, written, mark(applicationId) ?? '').ok).toBe(true);
    }
    expect(decideAwardsByTwo(grace(), world.as(round.staff.Farah), round.call.id, chosen, null).ok).toBe(true);
    world.pass(MINUTE);
    const ties = ['Chen', 'Dara'].map((name) => ({
      applicationId: round.applications[name] ?? '',
      reason: 'A cousin.',
    }));
    expect(declareConflicts(world.as(round.assessorId), round.call.id, ties).ok).toBe(true);
    return { world, round, grace };
  }

  it('lose what a reviewer wrote who turns out to be tied after the decision', async () => {
    const { world, round, grace } = decidedThenTied(null);
    expect(offerAwards(grace(), round.call.id, {}).ok).toBe(true);
    const text = async (name: string) => (await lettersTo(world, name)).at(-1)?.text;
    expect(await text('amina')).toContain('• People.');
    for (const name of ['chen', 'dara']) expect(await text(name)).not.toContain('People.');
    expect(pageOf(world, round, 'Chen')?.award).not.toBeNull();
  });

  it('wait for a person where somebody had rewritten one, who can take sentences out and write nothing new', async () => {
    const { world, round, grace } = decidedThenTied({
      body: 'Dear Dara. We know people.',
      feedback: 'Mine.\n• People.',
    });
    const applicationId = round.applications.Dara ?? '';
    expect(offerAwards(grace(), round.call.id, {})).toEqual({ ok: false, reason: 'letter-quotes-tied' });
    const letters = () => awardLettersToLookAt(grace(), round.call.id);
    expect(letters()).toMatchObject([{ applicationId, feedback: 'Mine.\n• People.' }]);
    expect(awardLettersToLookAt(world.as(round.staff.Farah), round.call.id)).toEqual([]);
    const shown = letters()[0]?.mark ?? '';
    const press = (by: string | undefined, form: Readonly<Record<string, string>>) => {
      const posted = { intent: 'shorten', applicationId, shown, ...form };
      return answerOf(() => staffAwards.action(asked(world, by, { callId: round.call.id }, posted)));
    };
    const longer = { body: 'Dear Dara. We know people.', feedback: 'Mine. Yours too.' };
    expect((await press(round.staff.Grace, longer)).reply?.message).toContain('Only whole sentences');
    const shorter = { body: 'Dear Dara.', feedback: 'Mine.' };
    expect((await press(round.staff.Farah, shorter)).status).toBe(404);
    expect((await press(round.staff.Grace, { ...shorter, shown: 'older' })).status).toBe(422);
    expect((await press(round.staff.Grace, shorter)).to).toContain('done=shortened');
    expect(letters()).toEqual([]);
    expect(offerAwards(grace(), round.call.id, {}).ok).toBe(true);
    const last = (await lettersTo(world, 'dara')).at(-1)?.text;
    expect([last?.includes('Dear Dara.'), last?.includes('eople')]).toEqual([true, false]);
    expect((await press(round.staff.Grace, shorter)).status).toBe(422);
  });
});

describe('the page of a decision', () => {
  it('is there once something was told, with the reason, the place and what the panel wrote', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const dara = pageOf(world, round, 'Dara');
    expect(dara?.award).toBeNull();
    expect(dara?.shortlist).toMatchObject({ decision: 'not-shortlisted', reason: 'The panel gave it 2.' });
    expect(dara?.shortlist.place).toEqual({ rank: 4, count: 4 });
    expect(dara?.feedback).toEqual({ texts: [{ text: WRITTEN, language: 'en' }], laterFrom: null });
    await decide(world, round, null);
    expect(pageOf(world, round, 'Dara')?.award).toMatchObject({ outcome: 'declined', nearly: true, points: null });
    expect(pageOf(world, round, 'Chen')?.award).toMatchObject({
      outcome: 'reserve',
      points: { points: '50.00', position: 3, count: 3 },
    });
    expect(pageOf(world, round, 'Amina')?.award).toMatchObject({
      outcome: 'awarded',
      amountMinor: 300_000,
      reason: '',
    });
    // Two letters with the same words are one text.
    expect(pageOf(world, round, 'Chen')?.feedback.texts).toHaveLength(1);
  });

  it('is for the group alone', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const params = { applicationId: round.applications.Dara ?? '' };
    for (const stranger of [round.people.Chen, round.staff.Grace, round.staff.Farah, round.assessorId])
      expect((await answerOf(() => applyDecision.loader(asked(world, stranger, params)))).status).toBe(404);
    expect(applyDecision.loader(asked(world, round.people.Dara, params)).reference).not.toBe('');
  });
});
