import { describe, expect, it } from 'vitest';
import { type CallTerms, type Contender, formulaOf, type PublicVote, rankContenders } from './ranking.ts';

const call: CallTerms = {
  id: 'call',
  hasPitchDay: true,
  panelWeightPercent: 60,
  publicWeightPercent: 40,
  minimumSupportPercent: 10,
  tieRule: 'lot',
  potMinor: 100_000,
  awardsPlanned: 2,
};

const contender = (applicationId: string, meanMilli: number | null): Contender => ({
  applicationId,
  reference: applicationId.toUpperCase(),
  askedMinor: 1000,
  meanMilli,
});

const vote: PublicVote = {
  pollId: 'poll',
  ballots: 40,
  approvals: { amina: 30, bilal: 2 },
  finalRoot: 'ab'.repeat(32),
};

function rank(terms: CallTerms, contenders: Contender[], publicVote: PublicVote | null) {
  return rankContenders(formulaOf(terms, contenders, publicVote), contenders, publicVote?.approvals ?? {});
}

describe('ranking the shortlist', () => {
  it('shows every part of the points', () => {
    const [amina, bilal] = rank(call, [contender('bilal', 5000), contender('amina', 4000)], vote);
    expect(amina).toMatchObject({
      applicationId: 'amina',
      position: 1,
      approvals: 30,
      panelPoints: '45.00',
      publicPoints: '30.00',
      points: '75.00',
      hasSupport: true,
    });
    // Two of forty ballots are five percent, and the call asks for ten.
    expect(bilal).toMatchObject({ applicationId: 'bilal', position: 2, points: '62.00', hasSupport: false });
  });

  it('lets the panel alone decide a call without a pitch day', () => {
    const terms = { ...call, hasPitchDay: false };
    expect(rank(terms, [contender('amina', 3000), contender('bilal', 3001)], null)).toMatchObject([
      { applicationId: 'bilal', points: '50.03', publicPoints: '0.00', hasSupport: true },
      { applicationId: 'amina', points: '50.00', publicPoints: '0.00', hasSupport: true },
    ]);
  });

  it('gives no panel points to an application that nobody could judge', () => {
    const [, esi] = rank(call, [contender('esi', null), contender('amina', 1000)], {
      ...vote,
      approvals: { amina: 5, esi: 4 },
    });
    expect(esi).toMatchObject({ applicationId: 'esi', panelPoints: '0.00', meanMilli: null });
  });

  it('breaks a tie by the panel score where the call says so', () => {
    // 60 × 1/4 = 40 × 3/8: 15 panel points are worth as much as 15 public points.
    const contenders = [contender('bilal', 2000), contender('amina', 3000)];
    const even = { ...vote, ballots: 8, approvals: { bilal: 6, amina: 3 } };
    const ranked = rank({ ...call, tieRule: 'panel-score' }, contenders, even);
    expect(ranked.map((entry) => [entry.applicationId, entry.tiedWith])).toEqual([
      ['amina', ['bilal']],
      ['bilal', ['amina']],
    ]);
  });

  it('draws the same lot for everybody who has the same published figures, and another for other ballots', () => {
    const contenders = Array.from({ length: 12 }, (_, place) => contender(`group-${place}`, 4000));
    const order = (finalRoot: string, list: Contender[]) =>
      rank(call, list, {
        ...vote,
        approvals: Object.fromEntries(list.map((c) => [c.applicationId, 9])),
        finalRoot,
      }).map((entry) => entry.applicationId);
    const drawn = order(vote.finalRoot, contenders);
    expect(order(vote.finalRoot, contenders.toReversed())).toEqual(drawn);
    expect(order('cd'.repeat(32), contenders)).not.toEqual(drawn);
  });

  it('refuses to rank a pitch day without its vote', () => {
    expect(() => formulaOf(call, [], null)).toThrow('after its vote');
  });
});
