import { describe, expect, it } from 'vitest';
import { type Asked, decideIssue } from './issuing.ts';
import { LETTER_CODE_BYTES, makeLetterCode, numberOnRoll, readLetterCode, showLetterCode } from './letter-code.ts';
import { POLL_STATES } from './poll-state.ts';
import { readToken } from './token.ts';

const ASKED: Asked = { tries: 0, isCodeRight: true, signedHash: null, askedHash: 'a' };
const OPEN = { state: 'open', closesAt: 100 } as const;

describe('giving out a pass', () => {
  it('answers a first asking, and the same one again', () => {
    expect(decideIssue(ASKED, OPEN, 99)).toEqual({ ok: true, value: 'new' });
    expect(decideIssue({ ...ASKED, signedHash: 'a' }, OPEN, 99)).toEqual({ ok: true, value: 'again' });
    expect(decideIssue({ ...ASKED, signedHash: 'a' }, { ...OPEN, state: 'closed' }, 200).ok).toBe(true);
  });

  it('gives each person one', () => {
    const other = { ...ASKED, signedHash: 'b' };
    expect(decideIssue(other, OPEN, 99)).toEqual({ ok: false, reason: 'already-issued' });
  });

  it('begins with the freeze and ends with the vote', () => {
    const states = POLL_STATES.filter((state) => decideIssue(ASKED, { ...OPEN, state }, 0).ok);
    expect(states).toEqual(['frozen', 'open']);
    expect(decideIssue(ASKED, OPEN, 100)).toEqual({ ok: false, reason: 'not-open' });
  });

  it('says of a wrong code nothing else, and of many nothing at all', () => {
    const wrong = { ...ASKED, isCodeRight: false, signedHash: 'b' };
    expect(decideIssue(wrong, { ...OPEN, state: 'closed' }, 0)).toEqual({ ok: false, reason: 'wrong-code' });
    expect(decideIssue({ ...wrong, tries: 9 }, OPEN, 0)).toEqual({ ok: false, reason: 'wrong-code' });
    expect(decideIssue({ ...ASKED, tries: 10 }, OPEN, 0)).toEqual({ ok: false, reason: 'too-many-tries' });
  });
});

describe('the code in a letter', () => {
  const code = makeLetterCode(new Uint8Array(LETTER_CODE_BYTES).fill(0x5a));

  it('is read as people type it, with its typing errors noticed', () => {
    const shown = showLetterCode(code);
    expect(shown).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    for (const typed of [shown, shown.toLowerCase(), shown.replaceAll('-', ' '), ` ${shown} `])
      expect(readLetterCode(typed)).toEqual({ ok: true, value: code });
    expect(readLetterCode(`${shown[0] === '0' ? '1' : '0'}${shown.slice(1)}`).ok).toBe(false);
    expect(numberOnRoll(code)).toBe(code.slice(0, 7));
  });

  it('is never taken for the code on a sheet', () => {
    expect(readToken(showLetterCode(code)).ok).toBe(false);
  });
});
