import { describe, expect, it } from 'vitest';
import { readBallotCode } from './ballot-code.ts';
import { makeLetterCode, showLetterCode } from './letter-code.ts';
import { makeToken, showToken } from './token.ts';

describe('reading what somebody votes with', () => {
  it('tells a sheet from a letter by the length, and a typing error from both', () => {
    const token = makeToken(new Uint8Array(13).fill(7));
    const code = makeLetterCode(new Uint8Array(10).fill(7));
    expect(readBallotCode(showToken(token).toLowerCase())).toEqual({ secret: token, level: 'A' });
    expect(readBallotCode(showLetterCode(code))).toEqual({ secret: code, level: 'B-' });
    for (const typed of ['', showToken(token).slice(1), showLetterCode(code).slice(1), `${showLetterCode(code)}0`])
      expect(readBallotCode(typed)).toBeNull();
  });
});
