import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frame } from './frame.ts';
import { toHex } from './hex.ts';
import { taggedHash } from './tagged-hash.ts';

describe('framing what is hashed', () => {
  it('puts four bytes of length before each part', () => {
    expect(toHex(frame('ab', Uint8Array.of(7)))).toBe('00000002616200000001' + '07');
  });

  it('counts bytes, not characters', () => {
    expect(toHex(frame('é'))).toBe('00000002c3a9');
  });

  it('gives different bytes to any two different lists', () => {
    const list = fc.array(fc.string({ maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(list, list, (one, other) => {
        const same = one.length === other.length && one.every((part, index) => part === other[index]);
        const framed = ([tag = '', ...parts]: string[]) => toHex(frame(tag, ...parts));
        expect(framed(one) === framed(other)).toBe(same);
      }),
    );
  });

  it('hashes to a value that other programs can be held to', () => {
    // printf '\0\0\0\3abc\0\0\0\0' | sha256sum
    expect(toHex(taggedHash('abc', ''))).toBe('2ddb14a1438cb06f0658085e174f50efba5cfb97b27cfcc9d5c69735e9602e1e');
  });
});
