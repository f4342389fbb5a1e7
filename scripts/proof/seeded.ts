/** Chance that can be repeated: the same seed draws the same (mulberry32). */
export type Seeded = {
  /** A whole number from 0 up to and without `end`. */
  below(end: number): number;
  /** True so often out of a hundred times. */
  inHundred(times: number): boolean;
  one<Value>(of: readonly Value[]): Value;
  bytes(length: number): Buffer;
};

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (end: number) => Math.floor((next() / 2 ** 32) * end);
  return {
    below,
    inHundred: (times) => below(100) < times,
    one: (of) => of[below(of.length)] as (typeof of)[number],
    bytes: (length) => Buffer.from(Uint8Array.from({ length }, () => below(256))),
  };
}
