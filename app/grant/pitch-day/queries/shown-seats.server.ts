import { type Fraction, fraction, toDecimal } from '#app/kernel/fraction.ts';
import type { Id } from '#app/kernel/id.ts';
import { seatsOf } from '../ballot-box/board.server.ts';
import { UNITS_PER_VOTE } from '../rules/counting/scottish-stv.ts';
import { type SeatsCount, seatShares } from '../rules/room-seats.ts';
import { knownResult } from './known-result.server.ts';
import { oncePerThrow } from './once-per-throw.server.ts';

/** How ranked ballots elected, with votes in two decimals, to be read. */
export type ShownSeats = {
  readonly valid: number;
  readonly quota: number;
  readonly rounds: readonly {
    readonly moved: { readonly id: Id; readonly why: 'surplus' | 'fewest' } | null;
    readonly byLot: boolean;
    readonly votes: readonly { readonly id: Id; readonly votes: string }[];
    readonly rest: string;
    /** In the order of election. */
    readonly elected: readonly { readonly id: Id; readonly votes: string; readonly hasQuota: boolean }[];
  }[];
};

/** The same, with the part of the needed votes that each option earned; see `seatShares`. */
export type KnownSeats = { readonly shown: ShownSeats; readonly earned: ReadonlyMap<Id, Fraction> };

/**
 * How the seats were filled, worked out once.
 *
 * @returns null before the reveal, while a tie is open, and where voters put nothing in order
 */
export const knownSeats = oncePerThrow((box, pollId): KnownSeats | null => {
  const result = knownResult(box, pollId);
  const count = result && seatsOf(box, pollId, result);
  return count && { shown: shown(count), earned: seatShares(count) };
});

function shown({ valid, quota, rounds }: SeatsCount): ShownSeats {
  return {
    valid,
    quota,
    rounds: rounds.map(({ moved, byLot, votes, notTransferable, elected }) => {
      const unitsOf = (id: Id) => votes.find((one) => one.id === id)?.units ?? 0;
      return {
        moved,
        byLot,
        votes: votes.map(({ id, units }) => ({ id, votes: inVotes(units) })),
        rest: inVotes(notTransferable),
        elected: elected.map((id) => ({
          id,
          votes: inVotes(unitsOf(id)),
          hasQuota: unitsOf(id) >= quota * UNITS_PER_VOTE,
        })),
      };
    }),
  };
}

function inVotes(units: number): string {
  return toDecimal(fraction(units, UNITS_PER_VOTE), 2);
}
