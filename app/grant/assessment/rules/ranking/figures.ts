/** The arithmetic mean; NaN of nothing. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at] as number;
  return sum / values.length;
}

/** The sample standard deviation, with n − 1; null for fewer than two values. */
export function spreadOf(values: ArrayLike<number>): number | null {
  if (values.length < 2) return null;
  const mean = meanOf(values);
  let squares = 0;
  for (let at = 0; at < values.length; at += 1) squares += ((values[at] as number) - mean) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

/** The middle value, or the mean of the two in the middle; NaN of nothing. */
export function medianOf(values: readonly number[]): number {
  return quantileOf(Float64Array.from(values).sort(), 0.5);
}

/**
 * A quantile with linear interpolation between neighbours.
 *
 * @param sorted  ascending
 * @param share   from 0 to 1
 * @source        Hyndman and Fan (1996), type 7
 */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.ceil(place)] as number;
  return low + (high - low) * (place - below);
}

/** Decimals beyond which two values count as equal: what arithmetic in another order may differ by. */
const DECIMALS = 9;

/**
 * The rank of each value, 1 for the largest; equals share the mean of the places they take.
 *
 * @param values  null where there is none: its rank is null too
 */
export function ranksOf(values: readonly (number | null)[]): (number | null)[] {
  const rounded = values.map((value) => (value === null ? null : Number(value.toFixed(DECIMALS))));
  const sorted = rounded.filter((value) => value !== null).sort((one, other) => other - one);
  const places = new Map<number, { first: number; count: number }>();
  for (const [at, value] of sorted.entries()) {
    const place = places.get(value);
    if (place === undefined) places.set(value, { first: at + 1, count: 1 });
    else place.count += 1;
  }
  return rounded.map((value) => {
    const place = value === null ? undefined : places.get(value);
    return place === undefined ? null : place.first + (place.count - 1) / 2;
  });
}
