import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { checkIn, mentorMatch, milestone } from '#db/schema/mentoring.ts';
import { outboxPromise } from '#db/schema/platform.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { acceptedRound, offeredRound } from '#test/world/trial-award.ts';
import { type MentoredRound, mentoredRound, mentorOf, openTrialBooks } from '#test/world/trial-mentoring.ts';
import { awardOfApplication } from '../award/queries/award-card.server.ts';
import { tranchesOf } from '../payment/queries/tranches-of.server.ts';
import { addMentor } from './commands/add-mentor.server.ts';
import { addMilestone } from './commands/add-milestone.server.ts';
import { agreePlan } from './commands/agree-plan.server.ts';
import { answerCheckIn } from './commands/answer-check-in.server.ts';
import { matchMentor } from './commands/match-mentor.server.ts';
import { recordCheckIn } from './commands/record-check-in.server.ts';
import { removeMilestone } from './commands/remove-milestone.server.ts';
import { signOffMilestone } from './commands/sign-off-milestone.server.ts';
import { awardDesk } from './queries/award-desk.server.ts';
import { groupMentoring } from './queries/group-mentoring.server.ts';
import { mentorGroup } from './queries/mentor-group.server.ts';
import { mentorGroups } from './queries/mentor-groups.server.ts';
import { matchDesk, mentorList } from './queries/mentor-list.server.ts';
import { mentoringOf } from './queries/mentoring-of.server.ts';

const said = (world: TestWorld, milestoneId: Id | null = null) => ({
  heldAt: world.now(),
  promised: 'Fifteen meters and a diary.',
  happened: 'We have fifteen.',
  changed: 'The diary has pictures now.',
  helpNeeded: '',
  feels: 'good' as const,
  milestoneId,
});

function planned(world: TestWorld, round: MentoredRound, releasesTranche = false): Id {
  const added = addMilestone(world.as(round.martaId), round.awardId, {
    title: 'Fifteen meters tested',
    dueAt: world.now() + 30 * DAY,
    releasesTranche,
  });
  if (!added.ok) throw new Error(added.reason);
  return added.value.milestoneId;
}

function checkedIn(world: TestWorld, round: MentoredRound, milestoneId: Id | null): Id {
  const recorded = recordCheckIn(world.as(round.martaId), round.awardId, said(world, milestoneId));
  if (!recorded.ok) throw new Error(recorded.reason);
  return recorded.value.checkInId;
}

const right = { isRight: true, note: '' };
const amina = (world: TestWorld, round: MentoredRound) => world.as(round.people.Amina ?? '');
const grace = (world: TestWorld, round: MentoredRound) => world.as(round.staff.Grace);
const kept = (world: TestWorld, kind: string) =>
  world.db.select().from(outboxPromise).where(eq(outboxPromise.kind, kind)).all();

describe('matching a mentor', () => {
  it('joins mentor and group and tells both', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    expect(mentoringOf(world.as(null), round.awardId)).toMatchObject({
      mentorName: 'Marta',
      milestones: [],
      checkIns: [],
    });
    expect(kept(world, 'mentor-matched')).toHaveLength(1);
    expect(mentorGroups(world.as(round.martaId))).toMatchObject([
      { awardId: round.awardId, groupName: 'Amina and friends' },
    ]);
  });

  it('refuses who judged, decides, pays or is the group itself', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const match = (email: string, name: string) =>
      matchMentor(grace(world, round), round.awardId, mentorOf(world, round, name, email));
    expect(match('bo@people.example', 'Bo')).toEqual({ ok: false, reason: 'sat-on-panel' });
    expect(match('finn@people.example', 'Finn')).toEqual({ ok: false, reason: 'works-for-partner' });
    expect(match('grace@people.example', 'Grace')).toEqual({ ok: false, reason: 'works-for-partner' });
    expect(match('amina@people.example', 'Amina')).toEqual({ ok: false, reason: 'own-group' });
    expect(matchMentor(grace(world, round), round.awardId, round.mentorId)).toEqual({
      ok: false,
      reason: 'same-mentor',
    });
  });

  it('waits until the group has accepted', () => {
    const world = testWorld();
    const round = offeredRound(world);
    const awardId = awardOfApplication(world.as(null), round.applications.Amina ?? '')?.id ?? '';
    const mentorId = mentorOf(world, round, 'Marta', 'marta@mentors.example');
    expect(matchMentor(world.as(round.staff.Grace), awardId, mentorId)).toEqual({
      ok: false,
      reason: 'award-not-accepted',
    });
  });

  it('ends for the mentor before when there is another', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const nabil = mentorOf(world, round, 'Nabil', 'nabil@mentors.example');
    expect(matchMentor(grace(world, round), round.awardId, nabil).ok).toBe(true);
    expect(mentorGroup(world.as(round.martaId), round.awardId)).toBeNull();
    expect(mentorGroups(world.as(round.martaId))).toEqual([]);
    expect(mentoringOf(world.as(null), round.awardId).mentorName).toBe('Nabil');
    expect(recordCheckIn(world.as(round.martaId), round.awardId, said(world))).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });

  it('takes a mentor of another partner for nobody', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const spark = world.partner('spark', { Sol: ['manager'] });
    const added = addMentor(world.as(spark.staff.Sol ?? ''), spark.partnerId, {
      name: 'Peter',
      email: 'peter@mentors.example',
      about: '',
      skills: [],
      languages: ['en'],
      city: 'Coventry',
      hoursAMonth: 4,
    });
    const peter = added.ok ? added.value.mentorId : '';
    expect(matchMentor(grace(world, round), round.awardId, peter)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('lists the partner’s mentors, best fit first', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    mentorOf(world, round, 'Adam', 'adam@mentors.example', { languages: ['pl'], city: 'Birmingham', hoursAMonth: 20 });
    const desk = matchDesk(grace(world, round), round.awardId);
    expect(
      desk?.mentors.map((mentor) => [mentor.name, mentor.speaksLanguage, mentor.sameCity, mentor.isCurrent]),
    ).toEqual([
      ['Marta', true, true, true],
      ['Adam', false, false, false],
    ]);
    expect(mentorList(grace(world, round))?.mentors.map((mentor) => mentor.groups)).toEqual([0, 1]);
  });

  it('keeps a mentor once on the list of a partner', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const again = addMentor(grace(world, round), round.partnerId, {
      name: 'Marta',
      email: ' Marta@Mentors.example ',
      about: '',
      skills: [],
      languages: ['en'],
      city: '',
      hoursAMonth: 4,
    });
    expect(again).toEqual({ ok: false, reason: 'already-mentor' });
  });
});

describe('planning and checking in', () => {
  it('is planned by the mentor, agreed by the group', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    planned(world, round);
    expect(agreePlan(amina(world, round), round.awardId).ok).toBe(true);
    const seen = groupMentoring(amina(world, round), round.applications.Amina ?? '');
    expect(seen?.mentoring).toMatchObject({
      agreedByGroupAt: world.now(),
      milestones: [{ title: 'Fifteen meters tested', state: 'open', waitsForSignOff: false }],
    });
  });

  it('asks the group whether it is right, once', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const checkInId = checkedIn(world, round, null);
    expect(kept(world, 'check-in-recorded').map((row) => row.subjectId)).toEqual([checkInId]);
    expect(answerCheckIn(amina(world, round), checkInId, { isRight: false, note: '' })).toEqual({
      ok: false,
      reason: 'note-missing',
    });
    expect(answerCheckIn(amina(world, round), checkInId, { isRight: false, note: 'It was nine.' }).ok).toBe(true);
    expect(kept(world, 'check-in-disputed')).toHaveLength(1);
    expect(answerCheckIn(amina(world, round), checkInId, right)).toEqual({ ok: false, reason: 'already-answered' });
    expect(mentorGroups(world.as(round.martaId))).toMatchObject([{ hasDispute: true }]);
    world.pass(DAY);
    checkedIn(world, round, null);
    expect(mentorGroups(world.as(round.martaId))).toMatchObject([{ hasDispute: false }]);
  });

  it('lets a milestone go until somebody talked about it', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const unused = planned(world, round);
    const used = planned(world, round);
    checkedIn(world, round, used);
    expect(removeMilestone(grace(world, round), unused)).toEqual({ ok: false, reason: 'not-found' });
    expect(removeMilestone(world.as(round.martaId), unused).ok).toBe(true);
    expect(removeMilestone(world.as(round.martaId), used)).toEqual({ ok: false, reason: 'talked-about' });
  });

  it('speaks of no milestone of another group', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const recorded = recordCheckIn(world.as(round.martaId), round.awardId, said(world, world.newId()));
    expect(recorded).toEqual({ ok: false, reason: 'milestone-not-open' });
  });
});

describe('signing a milestone off', () => {
  it('releases the next payment in the same moment', () => {
    const world = testWorld();
    const round = mentoredRound(world, 'two-parts');
    openTrialBooks(world, round);
    const milestoneId = planned(world, round, true);
    const checkInId = checkedIn(world, round, milestoneId);
    expect(signOffMilestone(grace(world, round), milestoneId)).toEqual({ ok: false, reason: 'not-confirmed' });
    answerCheckIn(amina(world, round), checkInId, right);
    expect(awardDesk(grace(world, round), round.awardId)?.mentoring.milestones[0]?.waitsForSignOff).toBe(true);
    expect(tranchesOf(world.as(null), round.awardId).map((entry) => entry.waitsForMilestone)).toEqual([false, true]);
    const signed = signOffMilestone(grace(world, round), milestoneId);
    const [, second] = tranchesOf(world.as(null), round.awardId);
    expect(signed).toEqual({ ok: true, value: { trancheId: second?.id } });
    expect(second?.waitsForMilestone).toBe(false);
    expect(kept(world, 'milestone-met')[0]?.detail).toEqual({ trancheId: second?.id });
    expect(signOffMilestone(grace(world, round), milestoneId)).toEqual({ ok: false, reason: 'already-met' });
  });

  it('waits while no money is set aside, and leaves nothing half done', () => {
    const world = testWorld();
    const round = mentoredRound(world, 'two-parts');
    const milestoneId = planned(world, round, true);
    answerCheckIn(amina(world, round), checkedIn(world, round, milestoneId), right);
    expect(signOffMilestone(grace(world, round), milestoneId)).toEqual({ ok: false, reason: 'money-not-set-aside' });
    expect(world.db.select().from(milestone).get()?.state).toBe('open');
  });

  it('moves no money for a milestone that no payment waits for', () => {
    const world = testWorld();
    const round = mentoredRound(world, 'two-parts');
    openTrialBooks(world, round);
    const milestoneId = planned(world, round, false);
    answerCheckIn(amina(world, round), checkedIn(world, round, milestoneId), right);
    expect(signOffMilestone(grace(world, round), milestoneId)).toEqual({ ok: true, value: { trancheId: null } });
    expect(tranchesOf(world.as(null), round.awardId).map((entry) => entry.waitsForMilestone)).toEqual([false, true]);
  });

  it('does not rest on a check-in that the group said is not right', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const milestoneId = planned(world, round);
    answerCheckIn(amina(world, round), checkedIn(world, round, milestoneId), { isRight: false, note: 'Not yet.' });
    expect(signOffMilestone(grace(world, round), milestoneId)).toEqual({ ok: false, reason: 'not-confirmed' });
  });
});

describe('who may see and do it', () => {
  it('is the mentor of now, the group, and managers of the partner, each her own part', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const milestoneId = planned(world, round);
    const checkInId = checkedIn(world, round, milestoneId);
    const otherManager = world.partner('spark', { Sol: ['manager'] }).staff.Sol ?? '';
    const otherMentorId = mentorOf(world, round, 'Nabil', 'nabil@mentors.example');
    expect(otherMentorId).not.toBe('');
    const nabil = world.as(
      world.db.$client.prepare("select id from person where name = 'Nabil'").pluck().get() as string,
    );
    const application = round.applications.Amina ?? '';
    const strangers = [
      world.as(null),
      world.as(otherManager),
      nabil,
      world.as(round.people.Bilal ?? ''),
      world.as(round.staff.Finn),
    ];
    for (const stranger of strangers) {
      const seen = [
        mentorGroup(stranger, round.awardId),
        groupMentoring(stranger, application),
        awardDesk(stranger, round.awardId),
        matchDesk(stranger, round.awardId),
      ];
      expect(seen).toEqual([null, null, null, null]);
      const done = [
        matchMentor(stranger, round.awardId, round.mentorId),
        agreePlan(stranger, round.awardId),
        addMilestone(stranger, round.awardId, { title: 'x', dueAt: world.now(), releasesTranche: false }),
        removeMilestone(stranger, milestoneId),
        recordCheckIn(stranger, round.awardId, said(world)),
        answerCheckIn(stranger, checkInId, right),
        signOffMilestone(stranger, milestoneId),
      ];
      for (const outcome of done) expect(outcome).toEqual({ ok: false, reason: 'not-found' });
    }
    const marta = world.as(round.martaId);
    expect(answerCheckIn(marta, checkInId, right)).toEqual({ ok: false, reason: 'not-found' });
    expect(signOffMilestone(marta, milestoneId)).toEqual({ ok: false, reason: 'not-found' });
    expect(signOffMilestone(amina(world, round), milestoneId)).toEqual({ ok: false, reason: 'not-found' });
    expect(recordCheckIn(grace(world, round), round.awardId, said(world))).toEqual({ ok: false, reason: 'not-found' });
    expect(mentorGroups(amina(world, round))).toBeNull();
    expect(mentorList(marta)).toBeNull();
    expect(mentorList(world.as(otherManager))?.mentors).toEqual([]);
  });
});

describe('the database itself', () => {
  const sql = (world: TestWorld, statement: string, ...values: unknown[]) =>
    world.db.$client.prepare(statement).run(...values);

  it('keeps one mentor to a group, who never judged, decided or paid', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const insert = (mentorId: Id) => () => {
      const recuse = 'INSERT OR IGNORE INTO payout_recusal SELECT ?, person_id, ? FROM mentor WHERE id = ?';
      sql(world, recuse, round.awardId, world.now(), mentorId);
      world.db
        .insert(mentorMatch)
        .values({
          id: world.newId(),
          awardId: round.awardId,
          mentorId,
          matchedAt: world.now(),
          matchedBy: round.staff.Grace,
        })
        .run();
    };
    expect(insert(mentorOf(world, round, 'Nabil', 'nabil@mentors.example'))).toThrow();
    sql(world, 'UPDATE mentor_match SET ended_at = ?', world.now());
    const bo = mentorOf(world, round, 'Bo', 'bo@people.example');
    expect(insert(bo)).toThrow();
    sql(world, "UPDATE panel_member SET state = 'left'");
    expect(insert(bo)).toThrow();
    expect(insert(mentorOf(world, round, 'Finn', 'finn@people.example'))).toThrow();
    expect(insert(mentorOf(world, round, 'Amina', 'amina@people.example'))).toThrow();
    expect(insert(round.mentorId)).not.toThrow();
    for (const statement of [
      'DELETE FROM mentor_match',
      'DELETE FROM mentor',
      `UPDATE mentor_match SET mentor_id = '${bo}'`,
      `UPDATE mentor SET person_id = '${round.staff.Grace}' WHERE id = '${round.mentorId}'`,
    ])
      expect(() => sql(world, statement), statement).toThrow();
  });

  it('keeps a check-in as it was recorded, answered once', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const milestoneId = planned(world, round);
    const checkInId = checkedIn(world, round, milestoneId);
    for (const statement of [
      "UPDATE check_in SET happened = 'other'",
      'UPDATE check_in SET milestone_id = NULL',
      'UPDATE check_in SET confirmed_by_group_at = 1, disputed_at = 1',
      'DELETE FROM check_in',
      'DELETE FROM milestone',
      "UPDATE milestone SET title = 'other'",
    ])
      expect(() => sql(world, statement), statement).toThrow();
    answerCheckIn(amina(world, round), checkInId, right);
    expect(() => sql(world, 'UPDATE check_in SET confirmed_by_group_at = NULL')).toThrow('answered once');
    expect(world.db.select().from(checkIn).get()?.confirmedByGroupAt).toBe(world.now());
  });

  it('counts a milestone as met only with a confirmed check-in and somebody else’s signature', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const milestoneId = planned(world, round);
    const checkInId = checkedIn(world, round, milestoneId);
    const meet = (by: Id | undefined) => () =>
      sql(
        world,
        "UPDATE milestone SET state = 'met', check_in_id = ?, signed_off_at = 1, signed_off_by = ? WHERE id = ?",
        checkInId,
        by,
        milestoneId,
      );
    expect(meet(round.staff.Grace)).toThrow('confirmed');
    answerCheckIn(amina(world, round), checkInId, right);
    expect(meet(round.martaId)).toThrow('neither the mentor nor the group');
    expect(meet(round.people.Amina)).toThrow('neither the mentor nor the group');
    expect(meet(round.staff.Grace)).not.toThrow();
    expect(meet(round.staff.Grace)).toThrow('met once');
  });

  it('lets only the mentor of now record, about an open milestone of that award', () => {
    const world = testWorld();
    const round = mentoredRound(world);
    const other = acceptedRound(world, 'at-once', { slug: 'second' });
    const row = {
      ...said(world),
      id: world.newId(),
      awardId: round.awardId,
      mentorId: round.mentorId,
      recordedAt: world.now(),
      disputeNote: '',
    };
    const insert = (change: Partial<typeof row> & { confirmedByGroupAt?: number }) => () =>
      world.db
        .insert(checkIn)
        .values({ ...row, ...change })
        .run();
    expect(insert({ awardId: other.awardId })).toThrow();
    expect(insert({ mentorId: mentorOf(world, round, 'Nabil', 'nabil@mentors.example') })).toThrow();
    expect(insert({ milestoneId: world.newId() })).toThrow();
    expect(insert({ confirmedByGroupAt: world.now() })).toThrow();
    expect(insert({ heldAt: world.now() + 1 })).toThrow();
    expect(insert({})).not.toThrow();
  });
});
