import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, inverse, numberOf, power } from './whole-numbers.ts';

const positive = (bits: bigint) => fc.bigInt({ min: 1n, max: 1n << bits });

describe('counting with whole numbers of any size', () => {
  it('reads back what it wrote, with leading zeros', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 256n) - 1n }), (number) => {
        expect(bytesOf(number, 32)).toHaveLength(32);
        expect(numberOf(bytesOf(number, 32))).toBe(number);
      }),
    );
    expect([...bytesOf(258n, 4)]).toEqual([0, 0, 1, 2]);
    expect(numberOf(new Uint8Array())).toBe(0n);
  });

  it('raises to a power as repeated multiplying does', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1n << 80n }),
        fc.integer({ min: 0, max: 40 }),
        positive(64n),
        (base, exponent, modulus) => {
          let expected = 1n % (modulus + 1n);
          for (let times = 0; times < exponent; times += 1) expected = (expected * base) % (modulus + 1n);
          expect(power(base, BigInt(exponent), modulus + 1n)).toBe(expected);
        },
      ),
    );
  });

  it('finds an inverse exactly where there is one', () => {
    const sharesFactor = (one: bigint, other: bigint): boolean =>
      other === 0n ? one !== 1n : sharesFactor(other, one % other);
    fc.assert(
      fc.property(positive(300n), positive(300n), (number, modulus) => {
        const found = inverse(number, modulus + 1n);
        expect(found === null).toBe(sharesFactor(number, modulus + 1n));
        if (found === null) return;
        expect(found >= 0n && found <= modulus).toBe(true);
        expect((number * found) % (modulus + 1n)).toBe(1n);
      }),
    );
    expect(inverse(3n, 7n)).toBe(5n);
    expect(inverse(6n, 9n)).toBeNull();
  });
});
