import { describe, expect, it } from 'vitest';
import { HOUR } from '#app/kernel/instant.ts';
import { chooseLanguage } from '#app/people/commands/choose-language.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { drawOrder } from './commands/arrange-pitches.server.ts';
import { fixBallotPaper, takeBackBallotPaper } from './commands/fix-ballot-paper.server.ts';
import { planEvent } from './commands/plan-event.server.ts';
import { beforePlanning, castAll, PLAN, withOpenVote } from './pitch-evening.testing.ts';
import { sealOf } from './queries/seal.server.ts';
import { pitchesOf } from './store.server.ts';

/** Grace has planned the evening for tomorrow noon; nobody knows of it. */
function planned() {
  const { world, round, callId } = beforePlanning();
  const grace = () => world.as(round.staff.Grace);
  const startsAt = world.now() + 24 * HOUR;
  const plan = (changes: Partial<typeof PLAN & { startsAt: number }> = {}) =>
    mustBe(planEvent(grace(), callId, { ...PLAN, startsAt, ...changes }));
  const { eventId } = plan();
  /** What has been written since the last look. */
  let seen = 0;
  const news = async () => {
    expect(await keepPromises(() => world.as(null), keepers)).toMatchObject({ failed: 0 });
    const all = world.db.select().from(message).all();
    const fresh = all.slice(seen).filter((letter) => letter.subject.includes('Pitch evening'));
    seen = all.length;
    world.pass(HOUR);
    return fresh;
  };
  return { world, round, callId, eventId, grace, plan, news, startsAt };
}

describe('inviting groups to pitch', () => {
  it('waits until the running order is fixed, then tells each when, where and in which place', async () => {
    const { world, round, callId, eventId, grace, news } = planned();
    expect(await news()).toEqual([]);
    mustBe(fixBallotPaper(grace(), callId, []));
    const letters = await news();
    expect(letters.map((letter) => letter.recipient).toSorted()).toEqual(
      ['amina', 'bilal', 'chen', 'dara'].map((name) => `${name}@people.example`),
    );
    const bilal = letters.find((letter) => letter.recipient.startsWith('bilal'));
    const order = pitchesOf(world.db, eventId).map((pitch) => pitch.applicationId);
    const place = `Number ${order.indexOf(round.applications.Bilal ?? '') + 1} of 4`;
    expect(bilal?.subject).toMatch(/^You pitch on \d+ \w+ 20\d\d: Pitch evening$/);
    for (const words of ['The Weavers’ Hall', '14 Ribbon Lane, Coventry', 'No steps.', place, '3 minutes'])
      expect(bilal?.text).toContain(words);
    expect(bilal?.text).toContain('Bilal’s plan');
    expect(bilal?.text).not.toContain('Amina');
  });

  it('writes to each group in its own language, of the plan and of the seal', async () => {
    const { world, round, callId, grace, news } = planned();
    mustBe(chooseLanguage(world.as(round.people.Bilal ?? ''), 'ar'));
    mustBe(fixBallotPaper(grace(), callId, []));
    const invitations = await news();
    const to = (letters: typeof invitations, name: string) =>
      letters.find(({ recipient }) => recipient.startsWith(name));
    expect(to(invitations, 'bilal')?.subject).toMatch(/^عرضكم في/);
    expect(to(invitations, 'bilal')?.html).toMatch(/<html[^>]* dir="rtl"/);
    expect(to(invitations, 'bilal')?.text).toContain('Bilal’s plan');
    expect(to(invitations, 'chen')?.subject).toMatch(/^You pitch on/);

    const evening = withOpenVote();
    mustBe(chooseLanguage(evening.world.as(evening.round.people.Bilal ?? ''), 'ar'));
    await castAll(evening, [[1], [2]]);
    mustBe(evening.press('close-vote'));
    await keepPromises(() => evening.world.as(null), keepers);
    const seals = evening.world.db.select().from(message).all();
    const [inArabic, inEnglish] = ['أُغلق التصويت', 'The vote is closed'].map((subject) =>
      seals.filter((letter) => letter.subject.startsWith(subject)),
    );
    expect(inArabic?.map(({ recipient }) => recipient)).toEqual(['bilal@people.example']);
    expect(inArabic?.[0]?.html).toMatch(/<html[^>]* dir="rtl"/);
    // The words of the seal are the same on every screen, and read from left to right.
    const words = sealOf(evening.world.as(null), evening.eventId)?.words.join(' ') ?? '?';
    expect(inArabic?.[0]?.text).toContain(words);
    expect(inArabic?.[0]?.html).toContain(`dir="ltr"`);
    expect(inEnglish?.map(({ recipient }) => recipient)).toContain('chen@people.example');
  });

  it('leaves out a group that has taken its application back meanwhile', async () => {
    const { world, round, callId, grace, news } = planned();
    mustBe(fixBallotPaper(grace(), callId, []));
    const chen = world.as(round.people.Chen ?? '');
    expect((await withdrawApplication(chen, round.applications.Chen ?? '')).ok).toBe(true);
    expect((await news()).map((letter) => letter.recipient)).not.toContain('chen@people.example');
  });

  it('writes again when the hall changes, and not when nothing did that a group would notice', async () => {
    const { callId, grace, plan, news } = planned();
    mustBe(fixBallotPaper(grace(), callId, []));
    await news();
    plan();
    expect(await news()).toEqual([]);
    plan({ place: 'The Drapers’ Hall', accessNotes: 'Two steps, and a ramp.' });
    const letters = await news();
    expect(letters).toHaveLength(4);
    expect(letters[0]?.subject).toContain('Changed plan');
    for (const words of ['The Drapers’ Hall', 'Two steps, and a ramp.', 'Number 1 of 4'])
      expect(letters[0]?.text).toContain(words);
  });

  it('promises no place while the order is open again, and tells it when it is fixed', async () => {
    const { callId, grace, plan, news, startsAt } = planned();
    mustBe(fixBallotPaper(grace(), callId, []));
    await news();
    mustBe(takeBackBallotPaper(grace(), callId));
    expect(await news()).toEqual([]);
    plan({ startsAt: startsAt + 24 * HOUR });
    const open = await news();
    expect(open).toHaveLength(4);
    expect(open[0]?.text).toContain('The order may still change.');
    expect(open[0]?.text).not.toContain('Number 1');
    mustBe(drawOrder(grace(), callId));
    mustBe(fixBallotPaper(grace(), callId, []));
    const fixed = await news();
    expect(fixed).toHaveLength(4);
    expect(fixed[0]?.subject).toContain('Changed plan');
    expect(fixed[0]?.text).toContain('Number 1 of 4');
  });

  it('says nothing of changes before anybody was invited', async () => {
    const { plan, news } = planned();
    plan({ place: 'The Drapers’ Hall' });
    expect(await news()).toEqual([]);
  });
});
