import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, plus, times, ZERO } from '#app/kernel/fraction.ts';
import { bySmallerId } from '#app/kernel/lots.ts';
import { explainShares, type SharedPot, shareOut } from './room-shares.ts';
import { tally } from './tally.ts';
import { trialManifest } from './trial-manifest.testing.ts';

/** Amina asks for 3,000, Bilal for 2,000, Chidi for 1,000, Dara for 2,500. */
const pot = (budgetMinor: number, changes: Partial<SharedPot> = {}) =>
  trialManifest({ rule: 'mes_cost_add1', seats: null, budgetMinor, incrementMinor: 100, ...changes });

const six = (choices: readonly number[]) => Array.from({ length: 6 }, () => choices);
const four = (choices: readonly number[]) => Array.from({ length: 4 }, () => choices);

describe('a room that shares out a pot', () => {
  it('gives a minority its part, where most approvals would give it nothing', () => {
    // Six of ten want Amina and Bilal, four want Chidi.
    const ballots = [...six([1, 2]), ...four([3])];
    expect(tally(pot(500_000), ballots, bySmallerId).winners).toEqual(['amina', 'chidi']);
    expect(tally(trialManifest({ seats: 2 }), ballots, bySmallerId).winners).toEqual(['amina', 'bilal']);
  });

  it('says who paid what, and what nobody could pay', () => {
    const ballots = [...six([2, 3]), ...four([3, 4])];
    const { winners, leftMinor, voters, first } = explainShares(pot(350_000), ballots);
    expect([voters, first, leftMinor]).toEqual([10, fraction(35_000), 50_000]);
    expect(winners.map(({ id, costMinor }) => [id, costMinor])).toEqual([
      ['chidi', 100_000],
      ['bilal', 200_000],
    ]);
    expect(winners[0]?.paid).toMatchObject({ full: [{ voters: 10, each: fraction(10_000) }], poor: null });
    expect(winners[1]?.paid?.full).toEqual([{ share: 1, voters: 6, each: fraction(200_000, 6) }]);
  });

  it('leaves what the room cannot pay for', () => {
    expect(explainShares(pot(90_000), [[3], [3]])).toMatchObject({ winners: [], leftMinor: 90_000 });
    expect(explainShares(pot(90_000), [])).toMatchObject({ winners: [], leftMinor: 90_000, voters: 0 });
  });

  it('funds nobody whom nobody chose, however much there is', () => {
    const everything = explainShares(pot(9_000_000), [[1], [1, 4]]);
    expect(everything.winners.map(({ id, paid }) => [id, paid])).toEqual([
      ['amina', null],
      ['dara', null],
    ]);
    expect(everything.leftMinor).toBe(9_000_000 - 550_000);
  });

  it('waits for the throw wherever two cost their voters the same', () => {
    const options = [
      { id: 'one', title: 'One', costMinor: 1_000 },
      { id: 'two', title: 'Two', costMinor: 1_000 },
    ];
    const tied = tally(pot(1_500, { options, incrementMinor: 1 }), [[1], [2]], null);
    expect(tied).toMatchObject({ winners: null, cost: 0, ties: [{ ids: ['one', 'two'], decisive: true }] });
    const [first, second] = [bySmallerId, (one: string, other: string) => bySmallerId(other, one)].map((tieBreak) =>
      shareOut(pot(1_500, { options, incrementMinor: 1 }), [[1], [2]], tieBreak),
    );
    expect(first?.ties).toEqual([['one', 'two']]);
    expect(second?.ties).toEqual([['two', 'one']]);
  });

  it('never pays more than the pot, adds up exactly, and no payer pays more than her share', () => {
    const ballot = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(ballot, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 900_000 }),
        (said, money) => {
          const ballots = said.map((choices) => choices.toSorted());
          const { winners, leftMinor, share } = explainShares(pot(money, { incrementMinor: 5_000 }), ballots);
          expect(leftMinor).toBe(money - winners.reduce((sum, { costMinor }) => sum + costMinor, 0));
          expect(leftMinor).toBeGreaterThanOrEqual(0);
          for (const { costMinor, paid } of winners) {
            if (paid === null) continue;
            const full = paid.full.reduce((sum, { voters, each }) => plus(sum, times(each, fraction(voters))), ZERO);
            expect(plus(full, paid.poor?.together ?? ZERO)).toEqual(fraction(costMinor));
            for (const { each } of paid.full)
              expect(each.numerator * share.denominator <= share.numerator * each.denominator).toBe(true);
          }
        },
      ),
      { seed: 51, numRuns: 300 },
    );
  });
});
