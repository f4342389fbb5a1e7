import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bySeed, bySmallerId, tieSeed } from '#app/kernel/lots.ts';
import type { BallotBody } from './ballot-body.ts';
import { sharedPlace } from './shared-place.ts';
import { countPoll, type TallyRules, tally } from './tally.ts';
import { promisedTieBreak } from './tie-break.ts';
import { trialManifest } from './trial-manifest.testing.ts';

const seats = (count: number): TallyRules => trialManifest({ seats: count });
const budget = (amount: number): TallyRules => trialManifest({ rule: 'greedy_cost', seats: null, budgetMinor: amount });
/** Bilal 3, Amina 2, Chidi 1, Dara 1. */
const BALLOTS = [
  [1, 2],
  [1, 2, 3],
  [2, 4],
];

describe('counting approvals', () => {
  it('counts every choice once, in the order of the manifest', () => {
    const count = tally(seats(1), [...BALLOTS, []], bySmallerId);
    expect(count.approvals.map((option) => option.approvals)).toEqual([2, 3, 1, 1]);
    expect([count.ballots, count.blank]).toEqual([4, 1]);
    expect(count.order).toEqual(['bilal', 'amina', 'chidi', 'dara']);
  });

  it('seats as many as there are seats', () => {
    expect(tally(seats(2), BALLOTS, bySmallerId).winners).toEqual(['bilal', 'amina']);
    expect(tally(seats(3), BALLOTS, bySmallerId).winners).toEqual(['bilal', 'amina', 'chidi']);
  });

  it('seats nobody whom nobody chose', () => {
    expect(tally(seats(3), [[1]], bySmallerId).winners).toEqual(['amina']);
    expect(tally(seats(3), [], bySmallerId).winners).toEqual([]);
  });

  it('funds in order while money lasts, and skips what does not fit', () => {
    expect(tally(budget(300_000), BALLOTS, bySmallerId)).toMatchObject({ winners: ['bilal', 'chidi'], cost: 300_000 });
    expect(tally(budget(299_999), BALLOTS, bySmallerId)).toMatchObject({ winners: ['bilal'], cost: 200_000 });
    expect(tally(budget(500_000), BALLOTS, bySmallerId)).toMatchObject({ winners: ['bilal', 'amina'], cost: 500_000 });
    expect(tally(budget(850_000), BALLOTS, bySmallerId)).toMatchObject({
      winners: ['bilal', 'amina', 'chidi', 'dara'],
    });
  });

  it('never counts levels together that the manifest keeps apart', () => {
    const manifest = trialManifest({ levels: ['A', 'C'], countedLevels: ['A'], seats: 1 });
    const body = (level: 'A' | 'C', choices: number[]): BallotBody => ({
      version: 1,
      pollId: '',
      manifestHash: '',
      level,
      choices,
    });
    const result = countPoll(manifest, [body('A', [1]), body('C', [2]), body('C', [2])], bySmallerId);
    expect(result.counted.winners).toEqual(['amina']);
    expect(result.counted.ballots).toBe(1);
    expect(result.apart).toMatchObject([{ level: 'C', ballots: 2, blank: 0 }]);
  });
});

describe('breaking ties', () => {
  it('knows a tie that decides from one that does not', () => {
    expect(tally(seats(3), BALLOTS, bySmallerId).ties).toEqual([{ ids: ['chidi', 'dara'], decisive: true }]);
    expect(tally(seats(2), BALLOTS, bySmallerId).ties).toEqual([{ ids: ['chidi', 'dara'], decisive: false }]);
    expect(tally(seats(4), BALLOTS, bySmallerId).ties).toEqual([{ ids: ['chidi', 'dara'], decisive: false }]);
    expect(tally(budget(849_999), BALLOTS, bySmallerId).ties).toEqual([{ ids: ['chidi', 'dara'], decisive: true }]);
    expect(tally(budget(850_000), BALLOTS, bySmallerId).ties).toEqual([{ ids: ['chidi', 'dara'], decisive: false }]);
    // After Bilal 100,000 are left: Dara cannot be paid in any order.
    expect(tally(budget(300_000), BALLOTS, bySmallerId).ties).toEqual([{ ids: ['chidi', 'dara'], decisive: false }]);
  });

  it('waits for the randomness when the tie decides, and only then', () => {
    expect(tally(seats(3), BALLOTS, null)).toMatchObject({ winners: null, cost: 0 });
    expect(tally(seats(2), BALLOTS, null)).toMatchObject({ winners: ['bilal', 'amina'], cost: 500_000 });
  });

  it('calls a tie decisive exactly when another tie-break elects others', () => {
    const ballots = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 4 })), { maxLength: 8 });
    const rules = fc.oneof(
      fc.integer({ min: 1, max: 4 }).map(seats),
      fc.integer({ min: 50_000, max: 900_000 }).map(budget),
    );
    const ids = ['amina', 'bilal', 'chidi', 'dara'];
    const orders = permutations(ids);
    fc.assert(
      fc.property(rules, ballots, (rule, cast) => {
        const elected = new Set(
          orders.map((order) => {
            const tieBreak = (one: string, other: string) => order.indexOf(one) - order.indexOf(other);
            return tally(rule, cast, tieBreak).winners?.toSorted().join();
          }),
        );
        expect(tally(rule, cast, null).winners === null).toBe(elected.size > 1);
      }),
    );
  });

  it('orders by a seed that nobody could choose, the same every time', () => {
    const manifest = trialManifest({ tie: { rule: 'public-randomness', source: 'drand round 5' } });
    const root = new Uint8Array(32);
    expect(promisedTieBreak(manifest, root, null)).toBeNull();
    const order = (randomness: string) =>
      ['amina', 'bilal', 'chidi', 'dara'].toSorted(promisedTieBreak(manifest, root, randomness) ?? bySmallerId).join();
    expect(order('a')).toBe(order('a'));
    expect(new Set(['a', 'b', 'c', 'd', 'e', 'f'].map(order)).size).toBeGreaterThan(1);
    const seeded = bySeed(tieSeed(manifest.pollId, root, 'a'));
    expect(order('a')).toBe(['dara', 'chidi', 'bilal', 'amina'].toSorted(seeded).join());
  });

  it('compares ids as texts, so 10 comes before 9', () => {
    expect(['9', '10', 'é', 'z', 'Z'].toSorted(bySmallerId)).toEqual(['10', '9', 'Z', 'z', 'é']);
    expect(bySmallerId('a', 'a')).toBe(0);
  });
});

function permutations(items: readonly string[]): string[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

describe('the place of a group', () => {
  it('is shared by whoever has as many votes, and goes on after all of them', () => {
    const options = [9, 6, 6, 6, 2].map((approvals) => ({ approvals }));
    expect(options.map((option) => sharedPlace(options, option))).toEqual([1, 2, 2, 2, 5]);
  });
});
