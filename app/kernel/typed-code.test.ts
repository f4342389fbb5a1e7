import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTypedCode, showTypedCode } from './typed-code.ts';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretOf = (length: number) =>
  fc.array(fc.constantFrom(...SYMBOLS), { minLength: length, maxLength: length }).map((symbols) => symbols.join(''));
const secrets = fc.integer({ min: 1, max: 30 }).chain(secretOf);

describe('a code that people copy from paper', () => {
  it('is shown in groups, the last one as long as what is left', () => {
    expect(showTypedCode('00000000000', 4)).toBe('0000-0000-0000');
    expect(showTypedCode('0000', 2)).toBe('00-00-0');
  });

  it('is read back however long it is and however it is grouped', () => {
    fc.assert(
      fc.property(secrets, fc.integer({ min: 1, max: 8 }), (secret, group) => {
        expect(readTypedCode(showTypedCode(secret, group), secret.length)).toEqual({ ok: true, value: secret });
      }),
    );
  });

  it('is never read with one symbol changed or two swapped', () => {
    fc.assert(
      fc.property(secrets, fc.nat(), fc.nat(), fc.constantFrom(...SYMBOLS), (secret, one, other, symbol) => {
        const right = [...showTypedCode(secret, 40)];
        const [a, b] = [one % right.length, other % right.length];
        const changed = right.with(a, symbol).join('');
        const swapped = right
          .with(a, right[b] ?? '')
          .with(b, right[a] ?? '')
          .join('');
        for (const typed of [changed, swapped]) {
          expect(readTypedCode(typed, secret.length).ok).toBe(typed === right.join(''));
        }
      }),
    );
  });

  it('says what is wrong: a symbol, the length, or the check', () => {
    const shown = showTypedCode('23456789ABC', 4);
    expect(readTypedCode(`${shown}U`, 11)).toEqual({ ok: false, reason: 'symbol' });
    expect(readTypedCode(shown.slice(1), 11)).toEqual({ ok: false, reason: 'length' });
    expect(readTypedCode(shown.replace('2', '3'), 11)).toEqual({ ok: false, reason: 'check' });
  });
});
