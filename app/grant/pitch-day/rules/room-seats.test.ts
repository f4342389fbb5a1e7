import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, fraction, toDecimal, ZERO } from '#app/kernel/fraction.ts';
import { bySmallerId } from '#app/kernel/lots.ts';
import { UNITS_PER_VOTE } from './counting/scottish-stv.ts';
import { explainSeats, fillSeats, seatShares } from './room-seats.ts';
import { orderShown, tally } from './tally.ts';
import { trialManifest } from './trial-manifest.testing.ts';

/** Amina, Bilal, Chidi, Dara. */
const room = (seats: number) => trialManifest({ rule: 'scottish_stv', seats });
const byLargerId = (one: string, other: string) => bySmallerId(other, one);
const times = (count: number, ...choices: number[]) => Array.from({ length: count }, () => choices);

describe('a room that puts groups in order', () => {
  it('sends on what its first choice does not need, and what cannot win', () => {
    // Twelve voters, two seats: five votes elect. Amina has seven; two of them go on, mostly to Bilal.
    const ballots = [...times(5, 1, 2), ...times(2, 1, 3), ...times(2, 2), ...times(3, 3)];
    const count = explainSeats(room(2), ballots);
    expect([count.valid, count.quota]).toEqual([12, 5]);
    expect(count.rounds.map(({ moved }) => moved)).toEqual([
      null,
      { id: 'amina', why: 'surplus' },
      { id: 'bilal', why: 'fewest' },
    ]);
    // 2/7 of a vote, cut after five decimals, from each of the seven.
    expect(count.rounds[1]?.votes).toEqual([
      { id: 'amina', units: 5 * UNITS_PER_VOTE },
      { id: 'chidi', units: 3 * UNITS_PER_VOTE + 2 * 28_571 },
      { id: 'bilal', units: 2 * UNITS_PER_VOTE + 5 * 28_571 },
    ]);
    expect(count.rounds.map(({ elected }) => elected)).toEqual([['amina'], [], ['chidi']]);
  });

  it('counts a ballot that names a group anywhere as support for it', () => {
    const counted = tally(room(2), [...times(5, 1, 2), ...times(2, 2, 1), ...times(3, 3)], bySmallerId);
    expect(counted.approvals.map(({ id, approvals }) => [id, approvals])).toEqual([
      ['amina', 7],
      ['bilal', 7],
      ['chidi', 3],
      ['dara', 0],
    ]);
  });

  it('shows whom it elected first, in the order of election, and only then who was named most', () => {
    const manifest = room(1);
    const decided = tally(manifest, [...times(4, 3, 1), ...times(2, 1), ...times(1, 2, 1)], bySmallerId);
    expect(decided).toMatchObject({ winners: ['chidi'] });
    expect(decided.order[0]).toBe('amina');
    expect(orderShown('scottish_stv', decided)).toEqual(['chidi', 'amina', 'bilal', 'dara']);
    expect(orderShown('approval', decided)).toEqual(decided.order);
    expect(orderShown('scottish_stv', { ...decided, winners: null })).toEqual(decided.order);
  });

  it('gives whom it elects all of the vote, and others the part of the needed votes that they had', () => {
    const ballots = [...times(7, 1), ...times(3, 2), ...times(1, 3, 2)];
    const shares = seatShares(explainSeats(room(1), ballots));
    expect(shares.get('amina')).toEqual(fraction(1));
    // Six of eleven elect, and Amina has them at once: nothing goes on.
    expect(shares.get('bilal')).toEqual(fraction(3, 6));
    expect(shares.get('chidi')).toEqual(fraction(1, 6));
    expect(shares.has('dara')).toBe(false);
  });

  it('elects nobody whom nobody named, however many seats there are', () => {
    expect(fillSeats(room(4), times(3, 2), bySmallerId).winners).toEqual(['bilal']);
    expect(fillSeats(room(4), [], bySmallerId)).toEqual({ winners: [], ties: [] });
    expect([...seatShares(explainSeats(room(4), []))]).toEqual([]);
  });

  it('waits for the throw where only the lot tells apart who leaves', () => {
    const ballots = [...times(2, 1), ...times(1, 2, 1), ...times(1, 3, 4), ...times(2, 4)];
    expect(tally(room(1), ballots, null)).toMatchObject({ winners: null });
    const [small, large] = [bySmallerId, byLargerId].map((tieBreak) => fillSeats(room(1), ballots, tieBreak));
    expect(small?.ties[0]).toEqual(['bilal', 'chidi']);
    expect(large?.ties[0]).toEqual(['chidi', 'bilal']);
  });

  it('keeps every promise of the count, whatever is on the ballots and in whatever order they lie', () => {
    const ballot = fc.shuffledSubarray([1, 2, 3, 4], { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(ballot, { maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(),
        (ballots, seats, turn) => {
          const manifest = room(seats);
          const { winners } = fillSeats(manifest, ballots, bySmallerId);
          const named = new Set(ballots.flat().map((choice) => manifest.options[choice - 1]?.id));
          expect(winners).toHaveLength(Math.min(seats, named.size));
          expect(winners.every((id) => named.has(id))).toBe(true);
          const count = explainSeats(manifest, ballots, bySmallerId);
          expect(count.rounds.flatMap(({ elected }) => elected)).toEqual(winners);
          for (const { votes, notTransferable } of count.rounds) {
            const all = votes.reduce((sum, { units }) => sum + units, notTransferable);
            // Nothing is made; a cut-off loses less than a unit for each ballot and move.
            expect(all).toBeLessThanOrEqual(count.valid * UNITS_PER_VOTE);
            expect(all).toBeGreaterThan(count.valid * UNITS_PER_VOTE - (ballots.length + 1) * count.rounds.length);
          }
          for (const [id, share] of seatShares(count)) {
            const isWhole = compare(share, fraction(1)) === 0;
            expect(compare(share, ZERO) >= 0 && (isWhole || Number(toDecimal(share, 9)) < 1)).toBe(true);
            expect(isWhole).toBe(winners.includes(id));
          }
          const turned = [
            ...ballots.slice(turn % (ballots.length + 1)),
            ...ballots.slice(0, turn % (ballots.length + 1)),
          ];
          expect(explainSeats(manifest, turned, bySmallerId)).toEqual(count);
        },
      ),
      { numRuns: 300 },
    );
  });
});
