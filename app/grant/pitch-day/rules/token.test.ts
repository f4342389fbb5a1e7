import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '#app/kernel/hex.ts';
import { makeToken, readToken, showToken } from './token.ts';
import { tokenHash } from './token-hash.ts';

const tokens = fc.uint8Array({ minLength: 13, maxLength: 13 }).map(makeToken);
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('printing and typing a token', () => {
  it('shows three groups of seven', () => {
    expect(showToken(makeToken(new Uint8Array(13)))).toBe('0000000-0000000-0000000');
    expect(showToken(makeToken(new Uint8Array(13).fill(255)))).toMatch(/^[Z]{7}-[Z]{7}-Z{6}[0-9A-Z]$/);
  });

  it('reads back what was printed', () => {
    fc.assert(
      fc.property(tokens, (token) => {
        expect(readToken(showToken(token))).toEqual({ ok: true, value: token });
      }),
    );
  });

  it('forgives case, spaces, any dash, and letters that look like digits', () => {
    fc.assert(
      fc.property(tokens, (token) => {
        const typed = showToken(token).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' – ');
        expect(readToken(`\t${typed} `)).toEqual({ ok: true, value: token });
        expect(readToken(showToken(token).replaceAll('1', 'I'))).toEqual({ ok: true, value: token });
      }),
    );
  });

  it('notices any single wrong symbol', () => {
    fc.assert(
      fc.property(tokens, fc.nat(20), fc.nat(31), (token, place, symbol) => {
        const right = showToken(token).replaceAll('-', '');
        const wrong = right.slice(0, place) + SYMBOLS.charAt(symbol) + right.slice(place + 1);
        expect(readToken(wrong).ok).toBe(wrong === right);
      }),
    );
  });

  it('notices any two swapped symbols', () => {
    fc.assert(
      fc.property(tokens, fc.nat(20), fc.nat(20), (token, one, other) => {
        const right = showToken(token).replaceAll('-', '');
        const symbols = [...right];
        [symbols[one], symbols[other]] = [symbols[other] ?? '', symbols[one] ?? ''];
        expect(readToken(symbols.join('')).ok).toBe(symbols.join('') === right);
      }),
    );
  });

  it('says what is wrong: a symbol, the length, or the check', () => {
    const printed = showToken(makeToken(new Uint8Array(13).fill(9)));
    expect(readToken(`${printed}U`)).toEqual({ ok: false, reason: 'token-symbol' });
    expect(readToken(printed.slice(1))).toEqual({ ok: false, reason: 'token-length' });
    expect(readToken(`${printed}0`)).toEqual({ ok: false, reason: 'token-length' });
    expect(readToken('')).toEqual({ ok: false, reason: 'token-length' });
    expect(readToken(`${'1'.repeat(20)}2`)).toEqual({ ok: false, reason: 'token-check' });
  });

  it('hashes differently in every poll', () => {
    const token = makeToken(new Uint8Array(13));
    expect(toHex(tokenHash('one', token))).not.toBe(toHex(tokenHash('two', token)));
  });
});
