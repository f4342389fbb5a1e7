import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import { bySeed, tieSeed } from '#app/kernel/lots.ts';
import {
  type CallTerms,
  type Contender,
  formulaOf,
  type PublicVote,
  rankContenders,
  waitsForThrow,
} from './ranking.ts';

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
  randomness: '4 1 6',
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

  it('ranks by the exact means of judges, where thousandths would call them equal', () => {
    const judged = (id: string, mean: string): Contender => ({ ...contender(id, 3333), mean, judges: 3 });
    const alike = { ...vote, approvals: { amina: 20, bilal: 20 } };
    const [first, second] = rank(call, [judged('amina', '3333/1000'), judged('bilal', '10/3')], alike);
    expect(first).toMatchObject({ applicationId: 'bilal', mean: '10/3', judges: 3, tiedWith: [] });
    expect(second?.applicationId).toBe('amina');
    const same = rank(call, [judged('amina', '10/3'), judged('bilal', '10/3')], alike);
    expect(same[0]?.tiedWith).toHaveLength(1);
    // Between equal points the exact mean decides, where the call says that the panel does.
    const means = [judged('amina', '3333/1000'), judged('bilal', '10/3')];
    const byPanel = { ...call, tieRule: 'panel-score' as const, panelWeightPercent: 0, publicWeightPercent: 100 };
    expect(rank(byPanel, means, alike)[0]?.applicationId).toBe('bilal');
    const unthrown = { ...alike, randomness: null };
    const waits = (those: Contender[]) =>
      waitsForThrow(formulaOf(byPanel, those, unthrown), rank(byPanel, those, unthrown));
    expect(waits(means)).toBe(false);
    expect(waits([judged('amina', '10/3'), judged('bilal', '10/3')])).toBe(true);
  });

  it('puts those whom the room paid for first, in its order, and the others by points', () => {
    const four = ['amina', 'bilal', 'chen', 'dara'].map((id) => contender(id, 4000));
    const room = { potMinor: 3_000, winners: ['dara', 'chen'] };
    const ranked = rank(call, four, { ...vote, approvals: { amina: 30, bilal: 20, chen: 10, dara: 10 }, room });
    expect(ranked.map(({ applicationId, position, byRoom }) => [applicationId, position, byRoom])).toEqual([
      ['dara', 1, true],
      ['chen', 2, true],
      ['amina', 3, undefined],
      ['bilal', 4, undefined],
    ]);
    // Chen and Dara have equal points. The room has said who comes first, so no lot is drawn between them.
    expect(ranked.flatMap(({ tiedWith }) => tiedWith)).toEqual([]);
  });

  it('gives nobody a place among the first without the support that everybody needs', () => {
    const [first, second] = rank(call, [contender('amina', 4000), contender('bilal', 5000)], {
      ...vote,
      room: { potMinor: 3_000, winners: ['bilal'] },
    });
    expect([first?.applicationId, second?.applicationId, second?.byRoom]).toEqual(['amina', 'bilal', undefined]);
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

  it('draws the same lot for everybody who has the same board, and another for other ballots or another throw', () => {
    const contenders = Array.from({ length: 12 }, (_, place) => contender(`group-${place}`, 4000));
    const order = (changes: Partial<PublicVote>, list = contenders) =>
      rank(call, list, {
        ...vote,
        approvals: Object.fromEntries(list.map((c) => [c.applicationId, 9])),
        ...changes,
      }).map((entry) => entry.applicationId);
    const drawn = order({});
    expect(order({}, contenders.toReversed())).toEqual(drawn);
    expect(order({ finalRoot: 'cd'.repeat(32) })).not.toEqual(drawn);
    expect(order({ randomness: '4 1 5' })).not.toEqual(drawn);
  });

  it('draws by the very seed of the ties in the room', () => {
    const contenders = Array.from({ length: 12 }, (_, place) => contender(`group-${place}`, 4000));
    const seed = tieSeed(vote.pollId, fromHex(vote.finalRoot, 32) ?? new Uint8Array(), '4 1 6');
    expect(formulaOf(call, contenders, vote).lotSeed).toBe(toHex(seed));
    const ids = contenders.map((entry) => entry.applicationId);
    const even = { ...vote, approvals: Object.fromEntries(ids.map((id) => [id, 9])) };
    expect(rank(call, contenders, even).map((entry) => entry.applicationId)).toEqual(ids.toSorted(bySeed(seed)));
  });

  it('waits for the throw where only the lot can tell two apart, and not where nobody is equal', () => {
    const waits = (
      terms: CallTerms,
      means: [number, number],
      approvals: [number, number],
      randomness: string | null,
    ) => {
      const contenders = [contender('amina', means[0]), contender('bilal', means[1])];
      const unthrown = { ...vote, ballots: 8, approvals: { amina: approvals[0], bilal: approvals[1] }, randomness };
      const formula = formulaOf(terms, contenders, unthrown);
      return waitsForThrow(formula, rankContenders(formula, contenders, unthrown.approvals));
    };
    expect(waits(call, [3000, 3000], [5, 5], null)).toBe(true);
    expect(waits(call, [3000, 3000], [5, 5], '4 1 6')).toBe(false);
    expect(waits(call, [3000, 3001], [5, 5], null)).toBe(false);
    // 15 panel points against 15 public points: only a call that goes by the panel needs no lot.
    expect(waits(call, [3000, 2000], [3, 6], null)).toBe(true);
    expect(waits({ ...call, tieRule: 'panel-score' }, [3000, 2000], [3, 6], null)).toBe(false);
    expect(waits({ ...call, tieRule: 'panel-score' }, [3000, 3000], [5, 5], null)).toBe(true);
  });

  it('refuses to rank a pitch day without its vote', () => {
    expect(() => formulaOf(call, [], null)).toThrow('after its vote');
  });
});
