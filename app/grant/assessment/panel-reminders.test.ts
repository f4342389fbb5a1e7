import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { chooseLanguage } from '#app/people/commands/choose-language.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { reviewPhase } from '#db/schema/assessment-review.ts';
import { message } from '#db/schema/platform.ts';
import { asked } from '#test/world/ask.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { hideFrom } from '../application/commands/hide-from.server.ts';
import { closeScoring } from './commands/close-scoring.server.ts';
import { giveOut } from './commands/give-out.server.ts';
import { remindMembers, remindOfScores } from './commands/remind-members.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { giveOutPlan } from './queries/give-out-plan.server.ts';
import { missingSheets } from './queries/missing-sheets.server.ts';
import { panelBoard } from './queries/panel-board.server.ts';
import { panelDates } from './queries/panel-dates.server.ts';
import { panelWork } from './queries/panel-work.server.ts';
import { reminderDesk } from './queries/reminder-desk.server.ts';
import { loader } from './routes/panel-calendar.ts';
import { entries, must, scoringPanel, seated, seatedPanel, type TrialPanel } from './trial-panel.testing.ts';

/** A panel that scores for ten days, or as long as is said; Bo has finished. */
function panelAtWork(lasts = 10 * DAY): { world: TestWorld; round: TrialPanel; endsAt: number } {
  const world = testWorld();
  const round = scoringPanel(world);
  const endsAt = world.now() + lasts;
  world.db
    .insert(reviewPhase)
    .values({
      id: 'scoring',
      callId: round.call.id,
      name: 'Scoring',
      startsAt: world.now(),
      endsAt,
      allows: 'score',
      names: 'shown',
      others: 'after-mine',
      reviewerNames: true,
      scope: 'all',
      recordings: 'all',
    })
    .run();
  for (const applicationId of Object.values(round.applications))
    must(submitScores(world.as(round.members.Bo ?? ''), applicationId, entries(round.call, 4)));
  return { world, round, endsAt };
}

/** To whom letters about missing scores went, in the order of the alphabet. */
async function reminded(world: TestWorld): Promise<string[]> {
  await keepPromises(() => world.as(null), keepers);
  const letters = world.db.select().from(message).all();
  return letters
    .filter(({ subject }) => /^(Still to do|ما زال)/.test(subject))
    .map(({ recipient }) => recipient.split('@')[0] ?? '')
    .sort();
}

describe('reminding those who have not finished', () => {
  it('reaches one or all of them, and nobody twice in a day', async () => {
    const { world, round } = panelAtWork();
    const grace = () => world.as(round.grace);
    const desk = () => reminderDesk(grace(), round.call.id);
    expect(desk()?.members.map(({ name, missing }) => [name, missing])).toEqual([
      ['Helen', 3],
      ['Nadia', 3],
    ]);
    const helen = desk()?.members[0]?.memberId ?? '';
    expect(must(remindMembers(grace(), round.call.id, helen))).toEqual({ count: 1 });
    expect(remindMembers(grace(), round.call.id, helen)).toEqual({ ok: false, reason: 'nobody-to-remind' });
    expect(must(remindMembers(grace(), round.call.id, null))).toEqual({ count: 1 });
    expect(await reminded(world)).toEqual(['helen', 'nadia']);
    world.pass(DAY);
    expect(must(remindMembers(grace(), round.call.id, null))).toEqual({ count: 2 });
  });

  it.each([
    ['before she has read it', false],
    ['after she has handed it in', true],
  ])('counts nothing that is hidden from a member whom an applicant perhaps named, %s', (_when, wasScored) => {
    const { world, round } = panelAtWork();
    const { Amina: named = '', ...others } = round.applications;
    const nadia = world.as(round.members.Nadia ?? '');
    const scored = [...Object.values(others), ...(wasScored ? [named] : [])];
    for (const applicationId of scored) must(submitScores(nadia, applicationId, entries(round.call, 3)));
    must(hideFrom(world.as(world.person('Amina')), named, { kind: 'person', name: 'Nadja', email: null }));
    expect(reminderDesk(world.as(round.grace), round.call.id)?.members.map(({ name }) => name)).toEqual(['Helen']);
    const hers = missingSheets(world, round.call.id).find(({ personId }) => personId === round.members.Nadia);
    expect(hers).toMatchObject({ toScore: 2, missing: 0, handedIn: 2, hasDeclared: true });
    const board = panelBoard(world.as(round.grace), round.call.id);
    expect(board?.members.find(({ name }) => name === 'Nadia')).toMatchObject({ assigned: 2, hasDeclared: true });
    expect(board?.sheetsMissing).toBe(3);
  });

  it('counts what was given to a member only as far as she may see it', () => {
    const { world, round } = panelAtWork();
    const grace = world.as(round.grace);
    must(giveOut(grace, round.call.id, 'nothing', giveOutPlan(grace, round.call.id, 'nothing')?.key ?? ''));
    must(
      hideFrom(world.as(world.person('Amina')), round.applications.Amina ?? '', {
        kind: 'person',
        name: 'Nadja',
        email: null,
      }),
    );
    const work = panelWork(world.as(round.members.Nadia ?? ''), round.call.id);
    const hers = missingSheets(world, round.call.id).find(({ personId }) => personId === round.members.Nadia);
    expect(hers).toMatchObject({ toScore: 2, missing: work?.counts.toDo ?? -1 });
  });

  it('is for whoever runs the panel, about its own members, while it scores', () => {
    const { world, round } = panelAtWork();
    for (const personId of [null, round.members.Bo ?? '', world.person('Daniel')]) {
      expect(remindMembers(world.as(personId), round.call.id, null)).toEqual({ ok: false, reason: 'not-found' });
      expect(reminderDesk(world.as(personId), round.call.id)).toBeNull();
    }
    const grace = world.as(round.grace);
    expect(remindMembers(grace, round.call.id, 'elsewhere')).toEqual({ ok: false, reason: 'nobody-to-remind' });
    must(closeScoring(grace, round.call.id));
    expect(remindMembers(grace, round.call.id, null)).toEqual({ ok: false, reason: 'not-scoring' });
  });

  it('happens by itself three days and one day before scores are due', async () => {
    const { world, endsAt } = panelAtWork();
    const promised = () => remindOfScores(world.as(null)).promised;
    world.moveTo(endsAt - 3 * DAY - 1);
    expect(promised()).toBe(0);
    world.moveTo(endsAt - 3 * DAY);
    expect([promised(), promised()]).toEqual([2, 0]);
    world.moveTo(endsAt - DAY);
    expect([promised(), promised()]).toEqual([2, 0]);
    world.moveTo(endsAt);
    expect(promised()).toBe(0);
    expect(await reminded(world)).toEqual(['helen', 'helen', 'nadia', 'nadia']);
  });

  it('does not happen in the moment in which a panel opens late: it is only asked', () => {
    const { world, endsAt } = panelAtWork(2 * DAY);
    const promised = () => remindOfScores(world.as(null)).promised;
    expect(promised()).toBe(0);
    world.moveTo(endsAt - DAY - 1);
    expect(promised()).toBe(0);
    world.moveTo(endsAt - DAY);
    expect([promised(), promised()]).toEqual([2, 0]);
  });

  it('does not happen before the phase in which members score', () => {
    const { world, endsAt } = panelAtWork();
    world.db
      .update(reviewPhase)
      .set({ startsAt: endsAt - 2 * DAY })
      .run();
    const promised = () => remindOfScores(world.as(null)).promised;
    for (const before of [3 * DAY, 2 * DAY]) {
      world.moveTo(endsAt - before);
      expect(promised()).toBe(0);
    }
    world.moveTo(endsAt - DAY);
    expect(promised()).toBe(2);
  });

  it('leaves alone whoever took her seat in the meantime', () => {
    const { world, round, endsAt } = panelAtWork();
    world.moveTo(endsAt - 3 * DAY + 1);
    seated(world, round, 'Sami', 'participant');
    expect(remindOfScores(world.as(null)).promised).toBe(2);
    world.moveTo(endsAt - DAY);
    expect(remindOfScores(world.as(null)).promised).toBe(3);
  });

  it('leaves alone whoever was given something in the meantime', () => {
    const { world, round, endsAt } = panelAtWork();
    world.moveTo(endsAt - 3 * DAY + 1);
    const grace = world.as(round.grace);
    must(giveOut(grace, round.call.id, 'nothing', giveOutPlan(grace, round.call.id, 'nothing')?.key ?? ''));
    expect(remindOfScores(world.as(null)).promised).toBe(0);
    world.moveTo(endsAt - DAY);
    expect(remindOfScores(world.as(null)).promised).toBe(2);
  });

  it('says nothing to whoever finished before the letter was written', async () => {
    const { world, round } = panelAtWork();
    must(remindMembers(world.as(round.grace), round.call.id, null));
    for (const applicationId of Object.values(round.applications))
      must(submitScores(world.as(round.members.Nadia ?? ''), applicationId, entries(round.call, 3)));
    expect(await reminded(world)).toEqual(['helen']);
  });

  it('is written in the language of the member', async () => {
    const { world, round } = panelAtWork();
    chooseLanguage(world.as(round.members.Nadia ?? ''), 'ar');
    must(remindMembers(world.as(round.grace), round.call.id, null));
    await keepPromises(() => world.as(null), keepers);
    const letters = world.db.select().from(message).all();
    const letter = letters.find(
      ({ recipient, subject }) => recipient.startsWith('nadia@') && subject.startsWith('ما زال'),
    );
    expect(letter?.text).toContain('بقيت 3 طلبات.');
  });

  it('calls them overdue from the end on', () => {
    const { world, round, endsAt } = panelAtWork();
    world.moveTo(endsAt - 1);
    expect(reminderDesk(world.as(round.grace), round.call.id)?.isOverdue).toBe(false);
    world.moveTo(endsAt);
    expect(reminderDesk(world.as(round.grace), round.call.id)?.isOverdue).toBe(true);
  });
});

describe('the dates of a panel', () => {
  it('carry the moment at which they were asked for, so that a calendar takes one that was moved', async () => {
    const { world, round, endsAt } = panelAtWork();
    const file = async () => {
      const answer = await loader(asked(world, round.members.Bo ?? '', { callId: round.call.id }));
      return (await answer.text()).split('\r\n');
    };
    const stamped = (at: number) => `DTSTAMP:${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}`;
    const before = await file();
    expect(before).toContain(stamped(world.now()));
    world.pass(DAY);
    world.db
      .update(reviewPhase)
      .set({ endsAt: endsAt + DAY })
      .run();
    const after = await file();
    expect(after.filter((line) => line.startsWith('DTSTAMP')).every((line) => line === stamped(world.now()))).toBe(
      true,
    );
    expect(after.filter((line) => line.startsWith('UID'))).toEqual(before.filter((line) => line.startsWith('UID')));
  });

  it('are for those who sit on it', () => {
    const { world, round, endsAt } = panelAtWork();
    expect(panelDates(world.as(round.members.Bo ?? ''), round.call.id)?.dates).toMatchObject([
      { kind: 'phase', name: 'Scoring', endsAt },
      { kind: 'scoring-ends', startsAt: endsAt, endsAt: null },
    ]);
    for (const personId of [null, round.grace, world.person('Amina')])
      expect(panelDates(world.as(personId), round.call.id)).toBeNull();
  });

  it('are none where nothing is planned', () => {
    const world = testWorld();
    const { call, members } = seatedPanel(world);
    expect(panelDates(world.as(members.Bo ?? ''), call.id)?.dates).toEqual([]);
  });
});
