import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../ranking/random-numbers.ts';
import type { AssignmentFacts, Pair, Reviewer, ToReview } from './assignment-facts.ts';
import { Desk } from './desk.ts';
import { planAssignment } from './plan-assignment.ts';
import { loadCost, relaxedCost } from './spread.ts';

const application = (id: string, minutes = 10, languages = ['en']): ToReview => ({ id, minutes, languages });

const member = (id: string, more: Partial<Reviewer> = {}): Reviewer => ({
  id,
  minutesAgreed: more.minutesMax ?? 240,
  isParticipant: false,
  reads: ['en'],
  minutesMax: 240,
  severity: 0,
  ...more,
});

const facts = (more: Partial<AssignmentFacts>): AssignmentFacts => ({
  applications: [],
  members: [],
  reviews: 2,
  participantShareMin: 0,
  barred: [],
  kept: [],
  ...more,
});

const of = (pairs: readonly Pair[], applicationId: string) =>
  pairs.filter((pair) => pair.applicationId === applicationId).map(({ memberId }) => memberId);

describe('planning who reviews what', () => {
  it('gives everybody the same share of what they agreed to', () => {
    const plan = planAssignment(
      facts({
        applications: Array.from({ length: 12 }, (_, at) => application(`idea ${at}`)),
        members: [
          member('Amina', { minutesMax: 60 }),
          member('Bo', { minutesMax: 120 }),
          member('Chidi', { minutesMax: 180 }),
        ],
      }),
    );
    expect(plan.unplaced).toEqual([]);
    expect(plan.load.map(({ minutes }) => minutes)).toEqual([40, 80, 120]);
  });

  it('says when somebody would have time, and not on the days that are left', () => {
    const lackOf = (members: readonly Reviewer[], more: Partial<AssignmentFacts> = {}) =>
      planAssignment(facts({ reviews: 1, applications: [application('film', 90)], members, ...more })).unplaced;
    const lacking = (lack: string) => [{ applicationId: 'film', missing: 1, lack }];
    expect(lackOf([member('Bo', { minutesMax: 90, minutesAgreed: 90 })])).toEqual([]);
    expect(lackOf([member('Bo', { minutesMax: 89, minutesAgreed: 90 })])).toEqual(lacking('days'));
    expect(lackOf([member('Bo', { minutesMax: 89, minutesAgreed: 89 })])).toEqual(lacking('minutes'));
    // Where a participant is owed, the time of a funder does not matter.
    const bo = member('Bo', { isParticipant: true, minutesMax: 80, minutesAgreed: 80 });
    const helen = member('Helen', { minutesMax: 80, minutesAgreed: 200 });
    expect(lackOf([bo, helen], { participantShareMin: 50 })).toEqual(lacking('minutes'));
    expect(lackOf([{ ...bo, minutesAgreed: 90 }, helen], { participantShareMin: 50 })).toEqual(lacking('days'));
    // Nor does the time of somebody who is tied to it, or reads another language.
    const tied = { barred: [{ applicationId: 'film', memberId: 'Helen' }] };
    expect(lackOf([bo, helen], tied)).toEqual(lacking('minutes'));
    expect(lackOf([bo, { ...helen, reads: ['so'] }])).toEqual(lacking('minutes'));
  });

  it('gives nothing to those who are tied to it, cannot read it or have no time', () => {
    const plan = planAssignment(
      facts({
        reviews: 1,
        applications: [application('bakery'), application('choir', 10, ['so']), application('film', 90)],
        members: [member('Bo'), member('Hodan', { reads: ['so', 'en'], minutesMax: 60 })],
        barred: [{ applicationId: 'bakery', memberId: 'Bo' }],
      }),
    );
    expect(of(plan.assigned, 'bakery')).toEqual(['Hodan']);
    expect(of(plan.assigned, 'choir')).toEqual(['Hodan']);
    expect(of(plan.assigned, 'film')).toEqual(['Bo']);
  });

  it('takes a translation for a language', () => {
    const plan = planAssignment(
      facts({ reviews: 1, applications: [application('choir', 10, ['so', 'en'])], members: [member('Bo')] }),
    );
    expect(plan.unplaced).toEqual([]);
  });

  it('keeps the share of participants of each application, before everything else', () => {
    const plan = planAssignment(
      facts({
        reviews: 3,
        participantShareMin: 50,
        applications: [application('bakery'), application('choir')],
        members: [
          member('Amina', { isParticipant: true }),
          member('Hodan', { isParticipant: true }),
          member('Bo'),
          member('Chidi'),
          member('Dana'),
        ],
      }),
    );
    for (const id of ['bakery', 'choir'])
      expect(of(plan.assigned, id)).toEqual(expect.arrayContaining(['Amina', 'Hodan']));
  });

  it('leaves what was given out before with whom it is, and fills up what is missing when somebody leaves', () => {
    const applications = ['bakery', 'choir', 'garden'].map((id) => application(id));
    const members = ['Amina', 'Bo', 'Chidi'].map((id) => member(id));
    const first = planAssignment(facts({ applications, members }));
    const kept = first.assigned.filter(({ memberId }) => memberId !== 'Chidi');
    const again = planAssignment(facts({ applications, members: [...members.slice(0, 2), member('Dana')], kept }));
    expect(again.unplaced).toEqual([]);
    expect(new Set(again.assigned.map(({ memberId }) => memberId))).toEqual(new Set(['Dana']));
    expect(kept.length + again.assigned.length).toBe(6);
  });

  it('leaves a seat free for a participant who is missing, and gives it to the first who comes', () => {
    const staff = ['Bo', 'Chidi', 'Dana'].map((id) => member(id));
    const given = facts({ applications: [application('choir')], members: staff, participantShareMin: 50 });
    const first = planAssignment(given);
    expect(first.assigned).toHaveLength(1);
    const again = planAssignment({
      ...given,
      members: [...staff, member('Amina', { isParticipant: true })],
      kept: first.assigned,
    });
    expect(again).toMatchObject({ assigned: [{ applicationId: 'choir', memberId: 'Amina' }], unplaced: [] });
  });

  it('adds a participant where others have all the seats already', () => {
    const plan = planAssignment(
      facts({
        applications: [application('choir')],
        members: [member('Bo'), member('Chidi'), member('Amina', { isParticipant: true })],
        participantShareMin: 50,
        kept: ['Bo', 'Chidi'].map((memberId) => ({ applicationId: 'choir', memberId })),
      }),
    );
    expect(plan).toMatchObject({ assigned: [{ applicationId: 'choir', memberId: 'Amina' }], unplaced: [] });
  });

  it('counts no review by somebody who turned out to be tied', () => {
    const plan = planAssignment(
      facts({
        reviews: 1,
        applications: [application('choir')],
        members: [member('Bo'), member('Chidi')],
        kept: [{ applicationId: 'choir', memberId: 'Bo' }],
        barred: [{ applicationId: 'choir', memberId: 'Bo' }],
      }),
    );
    expect(of(plan.assigned, 'choir')).toEqual(['Chidi']);
    expect(plan.load.map(({ minutes }) => minutes)).toEqual([0, 10]);
  });

  it('makes room where somebody alone could review it', () => {
    const plan = planAssignment(
      facts({
        reviews: 1,
        applications: [application('bakery', 60), application('choir', 60, ['so'])],
        members: [member('Hodan', { reads: ['en', 'so'], minutesMax: 60 }), member('Bo', { minutesMax: 61 })],
      }),
    );
    expect(plan.unplaced).toEqual([]);
    expect(of(plan.assigned, 'choir')).toEqual(['Hodan']);
  });

  it.each([
    ['members', { members: [member('Bo')] }],
    ['ties', { members: [member('Bo'), member('Chidi')], barred: [{ applicationId: 'choir', memberId: 'Bo' }] }],
    ['language', { members: [member('Bo'), member('Chidi', { reads: ['fr'] })] }],
    ['participants', { members: [member('Bo'), member('Chidi')], participantShareMin: 50 }],
    ['minutes', { members: [member('Bo'), member('Chidi', { minutesMax: 5 })] }],
  ] as const)('says why somebody is missing: %s', (lack, more) => {
    const plan = planAssignment(facts({ applications: [application('choir')], ...more }));
    expect(plan.unplaced).toEqual([{ applicationId: 'choir', missing: 1, lack }]);
  });

  it('leaves no application behind the others when time runs out', () => {
    const plan = planAssignment(
      facts({
        reviews: 3,
        applications: Array.from({ length: 10 }, (_, at) => application(`idea ${at}`)),
        members: ['Amina', 'Bo', 'Chidi', 'Dana'].map((id) => member(id, { minutesMax: 50 })),
      }),
    );
    expect(plan.unplaced.map(({ missing }) => missing)).toEqual(Array(10).fill(1));
  });

  it('breaks no rule, whatever the panel', () => {
    const anyPanel = fc.record({
      applications: fc.array(
        fc.record({ minutes: fc.integer({ min: 1, max: 40 }), language: fc.constantFrom('en', 'so') }),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
      members: fc.array(
        fc.record({
          isParticipant: fc.boolean(),
          reads: fc.subarray(['en', 'so'], { minLength: 1 }),
          minutesMax: fc.integer({ min: 1, max: 200 }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      reviews: fc.integer({ min: 1, max: 4 }),
      participantShareMin: fc.integer({ min: 0, max: 100 }),
      barred: fc.array(fc.tuple(fc.nat(11), fc.nat(7)), { maxLength: 20 }),
    });
    fc.assert(
      fc.property(anyPanel, (drawn) => {
        const given = facts({
          ...drawn,
          applications: drawn.applications.map(({ minutes, language }, at) =>
            application(`a${at}`, minutes, [language]),
          ),
          members: drawn.members.map((one, at) => member(`m${at}`, one)),
          barred: drawn.barred.map(([one, other]) => ({ applicationId: `a${one}`, memberId: `m${other}` })),
        });
        const { assigned, unplaced, load } = planAssignment(given);
        expect(new Set(assigned.map((pair) => JSON.stringify(pair))).size).toBe(assigned.length);
        for (const { minutes, minutesMax } of load) expect(minutes).toBeLessThanOrEqual(minutesMax);
        for (const pair of assigned) {
          expect(given.barred).not.toContainEqual(pair);
          const reads = given.members.find(({ id }) => id === pair.memberId)?.reads ?? [];
          expect(reads).toContain(given.applications.find(({ id }) => id === pair.applicationId)?.languages[0]);
        }
        const needed = Math.ceil((given.reviews * given.participantShareMin) / 100);
        for (const { id } of given.applications) {
          const theirs = of(assigned, id);
          const participants = given.members.filter((one) => one.isParticipant && theirs.includes(one.id)).length;
          const isWhole = theirs.length === given.reviews && participants >= needed;
          expect(theirs.length).toBeLessThanOrEqual(given.reviews);
          expect(unplaced.some(({ applicationId }) => applicationId === id)).toBe(!isWhole);
        }
      }),
    );
  });
});

describe('a large panel', () => {
  const random = randomNumbers('a large panel');
  const below = (most: number) => Math.floor(random.uniform() * most);
  const applications = Array.from({ length: 300 }, (_, at) => application(`a${at}`, 4 + below(20)));
  const members = Array.from({ length: 24 }, (_, at) =>
    member(`m${at}`, {
      isParticipant: at % 2 === 0,
      minutesMax: 900 + below(600),
      severity: at % 3 === 0 ? -0.5 : 0.25,
    }),
  );
  const barred = Array.from({ length: 200 }, () => ({ applicationId: `a${below(300)}`, memberId: `m${below(24)}` }));
  const large = facts({ applications, members, barred, reviews: 5, participantShareMin: 50 });
  const plan = planAssignment(large);
  const desk = new Desk({ ...large, kept: plan.assigned });

  it('is within two hundredths of what would be best if reviews could be cut into minutes', () => {
    expect(plan.unplaced).toEqual([]);
    expect(loadCost(desk)).toBeLessThan(1.02 * relaxedCost(desk));
  });

  it('brings nearly every two of it together, none of them always', () => {
    const meetings: number[] = [];
    for (let one = 0; one < 24; one += 1)
      for (let other = 0; other < one; other += 1) meetings.push(desk.met(one, other));
    const mean = meetings.reduce((sum, count) => sum + count, 0) / meetings.length;
    expect(Math.min(...meetings)).toBeGreaterThan(0);
    expect(Math.max(...meetings)).toBeLessThan(2.5 * mean);
  });

  it('leaves no application to the harsh alone', () => {
    const severities = applications.map(
      (_, at) => desk.given(at).reduce((sum, one) => sum + (desk.severity[one] as number), 0) / 5,
    );
    expect(Math.min(...severities)).toBeGreaterThan(-0.5);
  });
});
