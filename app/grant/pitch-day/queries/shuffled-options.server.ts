import { randomBytes } from 'node:crypto';
import { LOT_BYTES, orderByLot } from '../rules/running-order.ts';

/** The options in an order of this voter's own: being first on the paper is worth votes, so nobody always is. */
export function shuffledOptions<Option>(options: readonly Option[]): Option[] {
  return orderByLot(
    options,
    options.map(() => randomBytes(LOT_BYTES)),
  );
}
