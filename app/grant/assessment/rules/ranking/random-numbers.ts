import { sha256 } from '#app/kernel/digest.ts';

/** Numbers that look drawn by chance, and are the same for the same seed on every machine. */
export type RandomNumbers = {
  /** From 0 to 1, neither of which it ever is. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
};

const TO_UNIT = 2 ** -32;

/**
 * For simulation only: whoever sees a few of these numbers can tell the next. Lots are drawn from published randomness.
 *
 * @param seed  any words; what differs in them differs throughout
 * @source      Blackman and Vigna (2021), Scrambled Linear Pseudorandom Number Generators, xoshiro128**;
 *              Marsaglia and Bray (1964), A Convenient Method for Generating Normal Variables
 */
export function randomNumbers(seed: string): RandomNumbers {
  const bytes = new DataView(sha256(seed).buffer);
  let [a, b, c, d] = [bytes.getUint32(0), bytes.getUint32(4), bytes.getUint32(8), bytes.getUint32(12)];
  let spare: number | null = null;

  function next(): number {
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return scrambled;
  }

  const uniform = () => (next() + 0.5) * TO_UNIT;

  return {
    uniform,
    normal() {
      if (spare !== null) {
        const kept = spare;
        spare = null;
        return kept;
      }
      for (;;) {
        const [x, y] = [2 * uniform() - 1, 2 * uniform() - 1];
        const square = x * x + y * y;
        if (square >= 1) continue;
        const stretch = Math.sqrt((-2 * Math.log(square)) / square);
        spare = y * stretch;
        return x * stretch;
      }
    },
  };
}

function rotate(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}
