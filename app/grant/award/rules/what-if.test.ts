import { describe, expect, it } from 'vitest';
import { type Contender, formulaOf, rankContenders } from './ranking.ts';
import { whatIf } from './what-if.ts';

const call = {
  id: 'call',
  hasPitchDay: true,
  panelWeightPercent: 60,
  publicWeightPercent: 40,
  minimumSupportPercent: 10,
  tieRule: 'lot' as const,
  potMinor: 6_000,
  awardsPlanned: 2,
};
const contender = (applicationId: string, meanMilli: number): Contender => ({
  applicationId,
  reference: applicationId,
  askedMinor: 2_000,
  meanMilli,
});
/** The panel likes Amina best, the room likes Chen best. */
const contenders = [contender('amina', 5_000), contender('bilal', 4_000), contender('chen', 2_000)];
const vote = {
  pollId: 'poll',
  ballots: 20,
  approvals: { amina: 1, bilal: 8, chen: 20 },
  finalRoot: 'ab'.repeat(32),
  randomness: '4 1 6',
};
const formula = formulaOf(call, contenders, vote);
const ranked = rankContenders(formula, contenders, vote.approvals);
const as = (panelPercent: number, minimumSupportPercent = 10, awardsPlanned = 2) =>
  whatIf(formula, ranked, call, { panelPercent, minimumSupportPercent, awardsPlanned });

describe('another rule than the published one', () => {
  it('changes nothing where it is the published one', () => {
    const same = as(60);
    expect(same.changed).toBe(0);
    for (const { published, other } of same.rows) expect(other).toEqual(published);
    expect(same.rows.map(({ applicationId, published }) => [applicationId, published.outcome])).toEqual([
      ['bilal', 'awarded'],
      ['chen', 'awarded'],
      ['amina', 'declined'],
    ]);
  });

  it('says who would stand where, and how many answers would change', () => {
    const panelAlone = as(100, 0);
    expect(panelAlone.rows.map(({ applicationId, other }) => [applicationId, other.position, other.outcome])).toEqual([
      ['bilal', 2, 'awarded'],
      ['chen', 3, 'reserve'],
      ['amina', 1, 'awarded'],
    ]);
    expect(panelAlone.changed).toBe(2);
    expect(as(60, 50).rows.map(({ other }) => other.outcome)).toEqual(['declined', 'awarded', 'declined']);
    expect(as(60, 0, 3).changed).toBe(1);
  });

  it('leaves the room what it paid for', () => {
    const room = { ...vote, room: { potMinor: 2_000, winners: ['amina'] } };
    const shared = formulaOf({ ...call, minimumSupportPercent: 0 }, contenders, room);
    const rows = whatIf(shared, rankContenders(shared, contenders, vote.approvals), call, {
      panelPercent: 0,
      minimumSupportPercent: 0,
      awardsPlanned: 1,
    }).rows;
    expect(rows[0]).toMatchObject({ applicationId: 'amina', other: { position: 1, outcome: 'awarded' } });
  });

  it('leaves the room only what has the support of the rule that is tried', () => {
    const room = { ...vote, room: { potMinor: 2_000, winners: ['amina'] } };
    const shared = formulaOf({ ...call, minimumSupportPercent: 0 }, contenders, room);
    const of = (minimumSupportPercent: number) =>
      whatIf(shared, rankContenders(shared, contenders, vote.approvals), call, {
        panelPercent: 60,
        minimumSupportPercent,
        awardsPlanned: 2,
      }).rows[0];
    expect(of(5)).toMatchObject({ applicationId: 'amina', other: { position: 1, outcome: 'awarded' } });
    expect(of(6)).toMatchObject({ applicationId: 'amina', other: { position: 3, outcome: 'declined' } });
  });
});

describe('another rule under which points are equal', () => {
  /** Of ten votes Amina has all, Bilal six and Chen none; the panel puts them the other way round. */
  const unlike = [contender('amina', 2_000), contender('bilal', 3_600), contender('chen', 5_000)];
  const votes = {
    pollId: 'poll',
    ballots: 10,
    approvals: { amina: 10, bilal: 6, chen: 0 },
    finalRoot: 'ab'.repeat(32),
  };
  const tried = (randomness: string | null, minimumSupportPercent = 0, tieRule: 'lot' | 'panel-score' = 'lot') => {
    const published = formulaOf({ ...call, tieRule, minimumSupportPercent: 0 }, unlike, { ...votes, randomness });
    const list = rankContenders(published, unlike, votes.approvals);
    // 50 × 1/4 + 50 × 10/10 = 62.5 = 50 × 2.6/4 + 50 × 6/10, and Chen has 50.
    return whatIf(published, list, call, { panelPercent: 50, minimumSupportPercent, awardsPlanned: 1 });
  };
  const outcomes = ({ rows }: ReturnType<typeof tried>) =>
    Object.fromEntries(rows.map(({ applicationId, other }) => [applicationId, other.outcome]));

  it('tells no answer before the throw, also not to whoever comes after the equal ones', () => {
    const waiting = tried(null);
    expect(outcomes(waiting)).toEqual({
      amina: 'waits-for-throw',
      bilal: 'waits-for-throw',
      chen: 'waits-for-throw',
    });
    expect(waiting).toMatchObject({ waiting: 3, changed: 0 });
  });

  it('declines whoever lacks the support all the same', () => {
    expect(outcomes(tried(null, 10))).toMatchObject({ amina: 'waits-for-throw', chen: 'declined' });
    expect(tried(null, 10)).toMatchObject({ waiting: 2 });
  });

  it('tells all of them once something was thrown, or where the panel’s score decides', () => {
    for (const settled of [tried('4 1 6'), tried(null, 0, 'panel-score')]) {
      expect(settled.waiting).toBe(0);
      expect(Object.values(outcomes(settled)).toSorted()).toEqual(['awarded', 'reserve', 'reserve']);
    }
    expect(outcomes(tried(null, 0, 'panel-score')).bilal).toBe('awarded');
  });
});
