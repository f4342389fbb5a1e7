import { describe, expect, it, vi } from 'vitest';
import { decideAwardsByTwo } from '#app/grant/award/decide-by-two.testing.ts';
import type { Id } from '#app/kernel/id.ts';
import { statementsIn } from '#test/world/statements-in.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import {
  accept,
  acceptedRound,
  offeredRound,
  shortlistedCall,
  TRIAL_GROUPS,
  trialChoices,
} from '#test/world/trial-award.ts';
import { openCall } from '#test/world/trial-call.ts';
import { mentoredRound } from '#test/world/trial-mentoring.ts';
import { insertMember } from '../application/store/team.server.ts';
import { pollIdOf, reveal, withOpenVote } from '../pitch-day/pitch-evening.testing.ts';
import { board, callBoard } from './queries/board.server.ts';
import { outbox } from './queries/outbox.server.ts';
import { register } from './queries/register.server.ts';
import { myStandings, standingPage } from './queries/standing.server.ts';

const nowOf = (world: TestWorld, personId: Id | undefined, applicationId: Id | undefined) =>
  standingPage(world.as(personId ?? null), applicationId ?? '')?.standing.now;

describe('telling an applicant where things stand', () => {
  it('tells nothing of a decision before everybody is told', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const grace = world.as(round.staff.Grace);
    expect(nowOf(world, round.people.Amina, round.applications.Amina)).toBe('deciding');
    expect(
      decideAwardsByTwo(grace, world.as(round.staff.Farah), round.call.id, {
        choices: trialChoices(round),
        publicReason: '',
      }).ok,
    ).toBe(true);
    expect(nowOf(world, round.people.Amina, round.applications.Amina)).toBe('deciding');
    const seen = callBoard(grace, round.call.id)?.rows.find((row) => row.card.id === round.applications.Amina);
    expect(seen?.standing.now).toBe('awarded');
  });

  it('tells the offer, the acceptance and what is missing for the money', () => {
    const world = testWorld();
    const round = offeredRound(world);
    expect(nowOf(world, round.people.Amina, round.applications.Amina)).toBe('offer-open');
    accept(world, round, 'Amina');
    expect(nowOf(world, round.people.Amina, round.applications.Amina)).toBe('money-needs-account');
    expect(nowOf(world, round.people.Dara, round.applications.Dara)).toBe('declined');
  });

  it('shows the way to the money only to those who speak for the group', () => {
    const world = testWorld();
    const round = offeredRound(world);
    const applicationId = round.applications.Amina ?? '';
    accept(world, round, 'Amina');
    const seesMoney = (name: string, role: 'edit' | 'sign') => {
      const personId = world.person(name);
      const joinedAt = world.now();
      insertMember(world.db, {
        id: world.newId(),
        applicationId,
        personId,
        role,
        kind: 'team',
        joinedAt,
        invitationId: null,
      });
      return standingPage(world.as(personId), applicationId)?.maySeeMoney;
    };
    expect(standingPage(world.as(round.people.Amina ?? ''), applicationId)?.maySeeMoney).toBe(true);
    expect(seesMoney('Wafa', 'edit')).toBe(false);
    expect(seesMoney('Xenia', 'sign')).toBe(true);
  });

  it('tells nobody else', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    for (const stranger of [round.people.Bilal, round.staff.Grace, round.staff.Finn, round.assessorId]) {
      expect(standingPage(world.as(stranger ?? null), round.applications.Amina ?? '')).toBeNull();
    }
    expect(standingPage(world.as(null), round.applications.Amina ?? '')).toBeNull();
  });

  it('lists everything one person has begun', () => {
    const world = testWorld();
    const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
    const call = openCall(world, staff.Grace ?? '', partnerId);
    const amina = world.person('Amina');
    submitted(world, amina, call);
    writtenDraft(world, amina, call);
    expect(
      myStandings(world.as(amina))
        .map((mine) => mine.standing.now)
        .sort(),
    ).toEqual(['waiting-for-panel', 'writing']);
    expect(myStandings(world.as(world.person('Bilal')))).toEqual([]);
  });
});

describe('the public vote on the page of an application', () => {
  it('can be counted again once the pitch day is over, and not a moment before', () => {
    const evening = withOpenVote();
    const { world, round } = evening;
    const voteOf = () => standingPage(world.as(round.people.Amina ?? ''), round.applications.Amina ?? '')?.pollId;
    expect(voteOf()).toBeNull();
    reveal(evening);
    expect(voteOf()).toBe(pollIdOf(evening));
  });
});

describe('the board of a call', () => {
  it('is there for the managers of its partner alone, and shows no draft', () => {
    const world = testWorld();
    const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
    const other = world.partner('spark', { Hana: ['manager'] });
    const call = openCall(world, staff.Grace ?? '', partnerId);
    submitted(world, world.person('Amina'), call);
    writtenDraft(world, world.person('Bilal'), call);
    expect(callBoard(world.as(staff.Grace ?? ''), call.id)?.rows).toHaveLength(1);
    expect(board(world.as(staff.Grace ?? ''))?.calls[0]).toMatchObject({ submitted: 1, drafts: 1, stage: 'open' });
    for (const stranger of [staff.Finn, other.staff.Hana])
      expect(callBoard(world.as(stranger ?? ''), call.id)).toBeNull();
    expect(board(world.as(staff.Finn ?? ''))).toBeNull();
    expect(board(world.as(other.staff.Hana ?? ''))?.calls).toEqual([]);
  });

  it('shows fifty at a time, by key, also of more than it can judge at once', () => {
    const world = testWorld();
    const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
    const call = openCall(world, staff.Grace ?? '', partnerId);
    const sent = Array.from({ length: 52 }, (_, place) => submitted(world, world.person(`Person ${place}`), call));
    for (const judgedMax of [52, 51]) {
      const at = (cursor: { toward: 'after' | 'before'; place: number } | null) =>
        callBoard(world.as(staff.Grace ?? ''), call.id, { stands: null, cursor }, judgedMax);
      const first = at(null);
      const second = at({ toward: 'after', place: first?.after ?? 0 });
      expect([first?.rows.length, first?.all, first?.before]).toEqual([50, 52, null]);
      expect([second?.rows.length, second?.after]).toEqual([2, null]);
      const seen = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ card }) => card);
      expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(sent));
      const references = seen.map(({ reference }) => reference);
      expect(references).toEqual(references.toSorted());
      const back = at({ toward: 'before', place: second?.before ?? 0 });
      expect(back?.rows.map(({ card }) => card.id)).toEqual(first?.rows.map(({ card }) => card.id));
      expect(first?.choices).toHaveLength(judgedMax === 52 ? 1 : 0);
    }
  });

  it('asks as much for one application as for three', async () => {
    const asked = (groups: number) => {
      const world = testWorld();
      const round = shortlistedCall(world, TRIAL_GROUPS.slice(0, groups));
      return statementsIn(world, () => callBoard(world.as(round.staff.Grace), round.call.id));
    };
    expect(await asked(3)).toBe(await asked(1));
  });
});

describe('pages about many calls', () => {
  /** A partner with so many calls, an application of Amina's and one of Bilal's in each. */
  const partnerWith = (calls: number) => {
    const world = testWorld();
    const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
    const [amina, bilal] = [world.person('Amina'), world.person('Bilal')];
    for (let number = 1; number <= calls; number += 1) {
      const call = openCall(world, staff.Grace ?? '', partnerId, { slug: `call-${number}` });
      submitted(world, amina, call);
      submitted(world, bilal, call);
    }
    return { world, grace: world.as(staff.Grace ?? ''), amina: world.as(amina) };
  };
  const withAwards = (calls: number) => {
    const world = testWorld();
    for (let number = 1; number <= calls; number += 1) acceptedRound(world, 'at-once', { slug: `call-${number}` });
    return world;
  };

  it('ask as much for one call as for three', async () => {
    const [one, three] = [partnerWith(1), partnerWith(3)];
    expect(board(three.grace)?.calls.map((call) => call.submitted)).toEqual([2, 2, 2]);
    expect(myStandings(three.amina)).toHaveLength(3);
    expect(await statementsIn(three.world, () => board(three.grace))).toBe(
      await statementsIn(one.world, () => board(one.grace)),
    );
    expect(await statementsIn(three.world, () => myStandings(three.amina))).toBe(
      await statementsIn(one.world, () => myStandings(one.amina)),
    );
  });

  it('ask as much for the awards of one call as for those of three', async () => {
    const [one, three] = [withAwards(1), withAwards(3)];
    expect(register(three.as(null)).map((call) => call.rows.length)).toEqual([1, 1, 1]);
    expect(await statementsIn(three, () => register(three.as(null)))).toBe(
      await statementsIn(one, () => register(one.as(null))),
    );
  });

  it('tell each call its own', () => {
    const world = withAwards(2);
    const calls = register(world.as(null));
    expect(new Set(calls.map((call) => call.rows[0]?.awardId)).size).toBe(2);
    for (const call of calls) expect(call.sumMinor).toBe(call.rows[0]?.amountMinor);
  });
});

describe('where one application stands', () => {
  it('is not asked of the others in its call', async () => {
    const asked = (groups: number) => {
      const world = testWorld();
      const round = shortlistedCall(world, TRIAL_GROUPS.slice(0, groups));
      const amina = world.as(round.people.Amina ?? '');
      const compile = vi.spyOn(world.db.$client, 'prepare');
      standingPage(amina, round.applications.Amina ?? '');
      expect(compile.mock.calls.flat().filter((text) => /"application"."call_id" (=|in)/.test(text))).toEqual([]);
      return statementsIn(world, () => standingPage(amina, round.applications.Amina ?? ''));
    };
    expect(await asked(3)).toBe(await asked(1));
  });
});

describe('the public register', () => {
  it('holds accepted awards and nobody who only applied or was offered one', () => {
    const world = testWorld();
    expect(register(world.as(null))).toEqual([]);
    const round = mentoredRound(world);
    const [call] = register(world.as(null));
    expect(call?.rows).toHaveLength(1);
    expect(call?.rows[0]).toMatchObject({ amountMinor: 300_000, paidMinor: 0 });
    expect(call?.panel).toMatchObject({ isMet: true });
    expect(JSON.stringify(call)).not.toContain(round.people.Amina);
  });
});

describe('the messages of a partner', () => {
  it('are read by its managers, never by finance, other partners or visitors', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    expect(outbox(world.as(round.staff.Grace))).not.toBeNull();
    for (const stranger of [round.staff.Finn, round.people.Amina, null])
      expect(outbox(world.as(stranger ?? null))).toBeNull();
  });
});
