import { randomBytes } from 'node:crypto';
import { LOT_BYTES, orderByLot } from '../rules/running-order.ts';

/** The options in an order of this voter's own: being first on the paper is worth votes, so nobody always is. */
export function shuffledOptions<Option>(options: readonly Option[]): Option[] {
  const lots = randomBytes(options.length * LOT_BYTES);
  return orderByLot(
    options,
    options.map((_, place) => lots.subarray(place * LOT_BYTES, (place + 1) * LOT_BYTES)),
  );
}
