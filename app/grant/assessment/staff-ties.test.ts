import { describe, expect, it } from 'vitest';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { messagesOf } from '#test/world/messages-of.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { agreeTerms } from './commands/agree-terms.server.ts';
import { answerLikeness } from './commands/answer-likeness.server.ts';
import { raiseTie } from './commands/raise-tie.server.ts';
import { submitScores } from './commands/submit-scores.server.ts';
import { conflictList } from './queries/conflict-list.server.ts';
import { panelRanking } from './queries/panel-ranking.server.ts';
import { openReading } from './queries/reading.server.ts';
import { tieDesk } from './queries/tie-desk.server.ts';
import { TERMS_UNSAID } from './rules/seat-terms.ts';
import { entries, must, scoringPanel, type TrialPanel } from './trial-panel.testing.ts';

const seatOf = (world: TestWorld, personId: string | undefined) =>
  String(world.db.$client.prepare('select id from panel_member where person_id = ?').pluck().get(personId));

const referenceOf = (world: TestWorld, applicationId: string | undefined) =>
  String(world.db.$client.prepare('select reference from application where id = ?').pluck().get(applicationId));

const tieOf = (world: TestWorld, round: TrialPanel, level: 'soft' | 'hard' = 'hard') => ({
  memberId: seatOf(world, round.members.Bo),
  reference: referenceOf(world, round.applications.Amina).toLowerCase(),
  level,
  reason: 'You helped them with their accounts last year.',
});

describe('a tie that staff write down', () => {
  it('takes access and scores away at once, and is told to the member with the reason', async () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const [bo, kitchen] = [world.as(round.members.Bo ?? ''), round.applications.Amina ?? ''];
    must(submitScores(bo, kitchen, entries(round.call, 5)));
    must(raiseTie(world.as(round.grace), round.call.id, tieOf(world, round)));
    expect(openReading(bo, kitchen)).toBeNull();
    const row = panelRanking(world.as(null), round.call.id).find(({ applicationId }) => applicationId === kitchen);
    expect(row?.sheets).toBe(0);
    const seen = conflictList(bo, round.call.id)?.applications.find(({ applicationId }) => applicationId === kitchen);
    expect(seen).toMatchObject({ declared: 'hard', raisedBy: 'staff', reason: tieOf(world, round).reason });
    expect(seen).toMatchObject({ reference: referenceOf(world, round.applications.Amina), title: '', groupName: '' });
    await keepPromises(() => world.as(null), keepers);
    const letter = messagesOf(world.as(null), [round.call.partnerId], 50).find(({ text }) =>
      text.includes('You helped them with their accounts'),
    );
    expect(letter?.recipient).toBe('bo@people.example');
    expect(letter?.text).toContain(referenceOf(world, round.applications.Amina));
    expect(letter?.text).not.toMatch(/Amina’s plan|Amina and friends/);
  });

  it('is softer where staff say so, and grows later', () => {
    const world = testWorld();
    const round = scoringPanel(world);
    const [bo, kitchen] = [world.as(round.members.Bo ?? ''), round.applications.Amina ?? ''];
    must(raiseTie(world.as(round.grace), round.call.id, tieOf(world, round, 'soft')));
    expect(openReading(bo, kitchen)).toMatchObject({ mayScore: false });
    must(raiseTie(world.as(round.grace), round.call.id, tieOf(world, round)));
    expect(openReading(bo, kitchen)).toBeNull();
    expect(raiseTie(world.as(round.grace), round.call.id, tieOf(world, round))).toMatchObject({
      reason: 'already-tied',
    });
  });

  it('is counted, with the sheets it cost, and listed with who said so', () => {
    const world = testWorld();
    const round = scoringPanel(world);
    must(submitScores(world.as(round.members.Bo ?? ''), round.applications.Amina ?? '', entries(round.call, 5)));
    must(raiseTie(world.as(round.grace), round.call.id, tieOf(world, round)));
    const desk = tieDesk(world.as(round.grace), round.call.id);
    expect(desk?.counts.find(({ name }) => name === 'Bo')).toMatchObject({ hard: 1, soft: 0, setAside: 1, notSaid: 0 });
    expect(desk?.ties).toMatchObject([{ member: 'Bo', level: 'hard', raisedBy: 'staff', raiser: 'Grace' }]);
  });

  it('is written down by nobody who does not run the panel', () => {
    const world = testWorld();
    const round = scoringPanel(world);
    for (const who of [round.members.Bo ?? '', world.person('Amina'), world.person('Daniel'), null]) {
      expect(raiseTie(world.as(who), round.call.id, tieOf(world, round))).toEqual({ ok: false, reason: 'not-found' });
      expect(tieDesk(world.as(who), round.call.id)).toBeNull();
    }
  });
});

describe('something alike that the portal asks about', () => {
  const likened = (world: TestWorld) => {
    const round = scoringPanel(world);
    const links = [{ kind: 'household', name: 'Amina Haddad' }] as const;
    must(agreeTerms(world.as(round.members.Bo ?? ''), round.call.id, { ...TERMS_UNSAID, reads: ['en'], links }));
    const pair = { memberId: seatOf(world, round.members.Bo), applicationId: round.applications.Amina ?? '' };
    return { round, pair };
  };
  const asked = (world: TestWorld, { round, pair }: ReturnType<typeof likened>) =>
    tieDesk(world.as(round.grace), round.call.id)?.asks.filter(
      ({ memberId, applicationId }) => memberId === pair.memberId && applicationId === pair.applicationId,
    );

  it('changes nothing before somebody has answered', () => {
    const world = testWorld();
    const found = likened(world);
    expect(asked(world, found)).toMatchObject([{ ground: 'household', told: 'Amina Haddad', like: 'Amina' }]);
    expect(openReading(world.as(found.round.members.Bo ?? ''), found.pair.applicationId)).not.toBeNull();
  });

  it('keeps the member away after a yes, without a word to her, and is not asked again', () => {
    const world = testWorld();
    const found = likened(world);
    const { round, pair } = found;
    const grace = world.as(round.grace);
    must(answerLikeness(grace, round.call.id, pair, true));
    expect(openReading(world.as(round.members.Bo ?? ''), pair.applicationId)).toBeNull();
    const listed = conflictList(world.as(round.members.Bo ?? ''), round.call.id)?.applications ?? [];
    expect(listed.map(({ applicationId }) => applicationId)).not.toContain(pair.applicationId);
    expect(asked(world, found)).toEqual([]);
    expect(answerLikeness(grace, round.call.id, pair, false)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('is forgotten after a no, and nobody is asked about it again', () => {
    const world = testWorld();
    const found = likened(world);
    must(answerLikeness(world.as(found.round.grace), found.round.call.id, found.pair, false));
    expect(asked(world, found)?.map(({ ground }) => ground)).not.toContain('household');
    expect(openReading(world.as(found.round.members.Bo ?? ''), found.pair.applicationId)).not.toBeNull();
  });
});
