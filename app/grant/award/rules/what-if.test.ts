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
});
