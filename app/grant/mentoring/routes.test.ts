import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { acceptedRound } from '#test/world/trial-award.ts';
import { type MentoredRound, mentoredRound, mentorOf, openTrialBooks } from '#test/world/trial-mentoring.ts';
import { mentoringOf } from './queries/mentoring-of.server.ts';
import * as applyMentoring from './routes/apply-mentoring.tsx';
import * as mentorHome from './routes/mentor.tsx';
import * as mentorCheckIn from './routes/mentor-check-in.tsx';
import * as mentorGroup from './routes/mentor-group.tsx';
import * as staffAward from './routes/staff-award.tsx';
import * as staffMatch from './routes/staff-match.tsx';
import * as staffMentors from './routes/staff-mentors.tsx';

const saidNow = { promised: 'Meters.', happened: 'We have them.', feels: 'good' };

function check(world: TestWorld, round: MentoredRound, posted: Record<string, string>) {
  return answerOf(() => mentorCheckIn.action(asked(world, round.martaId, { awardId: round.awardId }, posted)));
}

function plan(world: TestWorld, round: MentoredRound, posted: Record<string, string>) {
  return answerOf(() => mentorGroup.action(asked(world, round.martaId, { awardId: round.awardId }, posted)));
}

function answer(world: TestWorld, round: MentoredRound, posted: Record<string, string>) {
  const params = { applicationId: round.applications.Amina ?? '' };
  return answerOf(() => applyMentoring.action(asked(world, round.people.Amina, params, posted)));
}

const isoDay = (world: TestWorld, days = 0) => new Date(world.now() + days * DAY).toISOString().slice(0, 10);

describe('the list of mentors', () => {
  const posted = {
    name: 'Joy',
    email: 'joy@mentors.example',
    languages: 'en',
    hoursAMonth: '8',
    skills: 'jobs\n\ncosts',
  };

  it('takes a mentor and says what is missing', async () => {
    const world = testWorld();
    const round = acceptedRound(world);
    const add = (changes: Record<string, string>) =>
      answerOf(() =>
        staffMentors.action(asked(world, round.staff.Grace, {}, { ...posted, partnerId: round.partnerId, ...changes })),
      );
    const wrong = await add({ name: '', email: 'joy', hoursAMonth: '0', languages: 'klingon' });
    expect(Object.keys(wrong.reply?.errors ?? {})).toEqual(expect.arrayContaining(['name', 'email', 'hoursAMonth']));
    expect((await add({})).to).toBe('/staff/mentors?done=added');
    expect((await add({})).reply?.message).toBe('This person is on the list already.');
    const { mentors } = staffMentors.loader(asked(world, round.staff.Grace, {}));
    expect(mentors).toMatchObject([{ name: 'Joy', skills: ['jobs', 'costs'], languages: ['en'], freeHours: 8 }]);
  });

  it('takes none for another partner', async () => {
    const world = testWorld();
    const round = acceptedRound(world);
    const other = world.partner('spark', { Sol: ['manager'] });
    const outcome = await answerOf(() =>
      staffMentors.action(asked(world, round.staff.Grace, {}, { ...posted, partnerId: other.partnerId })),
    );
    expect(outcome.status).toBe(404);
  });
});

describe('choosing a mentor', () => {
  it('joins her with the group, or says why not', async () => {
    const world = testWorld();
    const round = acceptedRound(world);
    const choose = (mentorId: string) =>
      answerOf(() => staffMatch.action(asked(world, round.staff.Grace, { awardId: round.awardId }, { mentorId })));
    const bo = await choose(mentorOf(world, round, 'Bo', 'bo@people.example'));
    expect(bo.reply?.message).toContain('sat on the panel');
    const marta = await choose(mentorOf(world, round, 'Marta', 'marta@mentors.example'));
    expect(marta.to).toBe(`/staff/awards/${round.awardId}?done=matched`);
  });
});

describe('the mentor’s pages', () => {
  it('plan by the calendar of the call', async () => {
    const world = testWorld();
    const round = mentoredRound(world);
    expect((await plan(world, round, { title: '', dueOn: 'soon' })).reply?.errors).toEqual({
      title: 'Say what will be reached.',
      dueOn: 'Enter a day.',
    });
    expect((await plan(world, round, { title: 'Ten lessons', dueOn: isoDay(world, -1) })).reply?.message).toContain(
      'still to come',
    );
    expect((await plan(world, round, { title: 'Ten lessons', dueOn: isoDay(world) })).status).toBe(302);
    const [milestone] = mentoringOf(world.as(null), round.awardId).milestones;
    const removed = await plan(world, round, { intent: 'remove', milestoneId: milestone?.id ?? '' });
    expect(removed.to).toContain('done=milestoneRemoved');
  });

  it('record a talk of today, and refuse one of tomorrow', async () => {
    const world = testWorld();
    const round = mentoredRound(world);
    expect((await check(world, round, { heldOn: isoDay(world) })).reply?.errors).toEqual({
      promised: 'Say what the group promised.',
      happened: 'Say what happened.',
      feels: 'Choose one of the answers.',
    });
    const tomorrow = await check(world, round, { ...saidNow, heldOn: isoDay(world, 1) });
    expect(tomorrow.reply?.message).toBe('Choose a day that has passed.');
    expect(tomorrow.reply?.typed.happened).toEqual(['We have them.']);
    expect((await check(world, round, { ...saidNow, heldOn: isoDay(world) })).to).toContain('done=recorded');
  });

  it('fill in again what the group says is not right', async () => {
    const world = testWorld();
    const round = mentoredRound(world);
    await check(world, round, { ...saidNow, heldOn: isoDay(world) });
    const checkInId = mentoringOf(world.as(null), round.awardId).checkIns[0]?.id ?? '';
    const page = mentorCheckIn.loader(
      asked(world, round.martaId, { awardId: round.awardId }, undefined, `?from=${checkInId}`),
    );
    expect(page.values).toMatchObject({ ...saidNow, heldOn: isoDay(world) });
  });
});

describe('the group’s page', () => {
  it('says yes to the plan, yes to a check-in, and no with a note', async () => {
    const world = testWorld();
    const round = mentoredRound(world);
    await plan(world, round, { title: 'Ten lessons', dueOn: isoDay(world, 9) });
    expect((await answer(world, round, { intent: 'agree' })).to).toContain('done=agreed');
    await check(world, round, { ...saidNow, heldOn: isoDay(world) });
    const checkInId = mentoringOf(world.as(null), round.awardId).checkIns[0]?.id ?? '';
    expect((await answer(world, round, { intent: 'not-right', checkInId })).reply?.errors).toEqual({
      note: 'Say what is not right.',
    });
    expect((await answer(world, round, { intent: 'right', checkInId })).to).toContain('done=confirmed');
    const twice = await answer(world, round, { intent: 'not-right', checkInId, note: 'No.' });
    expect(twice.reply?.message).toBe('You have answered already.');
    expect((await answer(world, round, { intent: 'right', checkInId: world.newId() })).status).toBe(404);
  });
});

describe('the sign-off', () => {
  it('takes a tick, releases the payment and tells the group', async () => {
    const world = testWorld();
    const round = mentoredRound(world, 'two-parts');
    openTrialBooks(world, round);
    await plan(world, round, { title: 'Ten lessons', dueOn: isoDay(world, 9), releasesTranche: 'on' });
    const milestoneId = mentoringOf(world.as(null), round.awardId).milestones[0]?.id ?? '';
    await check(world, round, { ...saidNow, heldOn: isoDay(world), milestoneId });
    const checkInId = mentoringOf(world.as(null), round.awardId).checkIns[0]?.id ?? '';
    const sign = (posted: Record<string, string>) =>
      answerOf(() => staffAward.action(asked(world, round.staff.Grace, { awardId: round.awardId }, posted)));
    expect((await sign({ milestoneId })).reply?.errors).toHaveProperty('sure');
    expect((await sign({ milestoneId, sure: 'on' })).reply?.message).toContain('not said yet');
    await answer(world, round, { intent: 'right', checkInId });
    expect((await sign({ milestoneId, sure: 'on' })).to).toContain('done=signedOffReleased');
    expect((await sign({ milestoneId: world.newId(), sure: 'on' })).status).toBe(404);
    expect((await keepPromises(() => world.as(null), keepers)).failed).toBe(0);
    const letters = world.db.select().from(message).where(eq(message.recipient, 'amina@people.example')).all();
    expect(letters.map((letter) => letter.subject)).toEqual(
      expect.arrayContaining(['Marta is your mentor', 'Is this right? Your talk with Marta', 'Well done: Ten lessons']),
    );
    expect(letters.find((letter) => letter.subject.startsWith('Well done'))?.text).toContain('payment is released');
    const toMarta = world.db.select().from(message).where(eq(message.recipient, 'marta@mentors.example')).all();
    expect(toMarta.map((letter) => letter.subject)).toEqual(['You are the mentor of Amina and friends']);
  });

  it('tells the mentor what is not right', async () => {
    const world = testWorld();
    const round = mentoredRound(world);
    await check(world, round, { ...saidNow, heldOn: isoDay(world) });
    const checkInId = mentoringOf(world.as(null), round.awardId).checkIns[0]?.id ?? '';
    await answer(world, round, { intent: 'not-right', checkInId, note: 'It was nine.' });
    await keepPromises(() => world.as(null), keepers);
    const letters = world.db.select().from(message).where(eq(message.recipient, 'marta@mentors.example')).all();
    expect(letters.find((letter) => letter.subject.endsWith('something is not right'))?.text).toContain('It was nine.');
  });
});

describe('every page of it', () => {
  it('is not found by anybody else', async () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const otherManager = world.partner('spark', { Sol: ['manager'] }).staff.Sol ?? '';
    const award = { awardId: round.awardId };
    const applied = { applicationId: round.applications.Amina ?? '' };
    const pages: { load: () => unknown; for: string }[] = [
      otherManager,
      round.people.Bilal ?? '',
      round.staff.Finn,
      round.assessorId,
    ].flatMap((stranger) => [
      { for: 'mentor', load: () => mentorHome.loader(asked(world, stranger, {})) },
      { for: 'group', load: () => mentorGroup.loader(asked(world, stranger, award)) },
      { for: 'check-in', load: () => mentorCheckIn.loader(asked(world, stranger, award)) },
      { for: 'award', load: () => staffAward.loader(asked(world, stranger, award)) },
      { for: 'match', load: () => staffMatch.loader(asked(world, stranger, award)) },
      { for: 'mentoring', load: () => applyMentoring.loader(asked(world, stranger, applied)) },
    ]);
    for (const page of pages) expect((await answerOf(page.load)).status, page.for).toBe(404);
    expect((await answerOf(() => staffMentors.loader(asked(world, round.martaId, {})))).status).toBe(404);
    expect((await answerOf(() => mentorHome.loader(asked(world, null, {})))).status).toBe(302);
  });
});
