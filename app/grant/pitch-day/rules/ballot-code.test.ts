import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBallotCode, showBallotCode } from './ballot-code.ts';
import { makeLetterCode, showLetterCode } from './letter-code.ts';
import { makeStockCode } from './stock-code.ts';
import { makeToken, showToken } from './token.ts';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const otherThan = (symbol: string) => (symbol === '7' ? '8' : '7');
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe('reading what somebody votes with', () => {
  it('tells a sheet from a letter by the length, and a typing error from both', () => {
    const token = makeToken(new Uint8Array(13).fill(7));
    const code = makeLetterCode(new Uint8Array(10).fill(7));
    expect(readBallotCode(showToken(token).toLowerCase())).toEqual({ secret: token, level: 'A' });
    expect(readBallotCode(showLetterCode(code))).toEqual({ secret: code, level: 'B-' });
    for (const typed of ['', showToken(token).slice(1), showLetterCode(code).slice(1), `${showLetterCode(code)}0`])
      expect(readBallotCode(typed)).toBeNull();
  });

  it('knows the level of every code that was made, as it is shown', () => {
    fc.assert(
      fc.property(bytes(13), bytes(10), bytes(16), (sheet, letter, stock) => {
        const codes = [
          { secret: makeToken(sheet), level: 'A' },
          { secret: makeLetterCode(letter), level: 'B-' },
          { secret: makeStockCode('C', stock), level: 'C' },
          { secret: makeStockCode('D', stock), level: 'D' },
        ] as const;
        for (const code of codes) expect(readBallotCode(showBallotCode(code))).toEqual(code);
        expect(showBallotCode(codes[0])).toBe(showToken(codes[0].secret));
        expect(showBallotCode(codes[1])).toBe(showLetterCode(codes[1].secret));
        expect(showBallotCode(codes[2])).toMatch(/^\w{6}-\w{6}-\w{6}$/);
        expect(showBallotCode(codes[3])).toMatch(/^\w{6}(-\w{6}){3}$/);
      }),
    );
  });

  it('takes no code with one symbol more, less or wrong for that of another level', () => {
    fc.assert(
      fc.property(
        bytes(16),
        fc.constantFrom('C', 'D'),
        fc.nat(),
        fc.constantFrom(...SYMBOLS),
        (random, level, any, symbol) => {
          const typed = makeStockCode(level, random);
          const shown = showBallotCode({ secret: typed, level }).replaceAll('-', '');
          expect(readBallotCode(shown.slice(0, -1))).toBeNull();
          expect(readBallotCode(`${shown}0`)).toBeNull();
          const place = any % shown.length;
          const wrong = shown[place] === symbol ? otherThan(symbol) : symbol;
          expect(readBallotCode(shown.slice(0, place) + wrong + shown.slice(place + 1))).toBeNull();
        },
      ),
    );
  });
});
