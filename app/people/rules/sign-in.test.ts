import { describe, expect, it } from 'vitest';
import { HOUR } from '#app/kernel/instant.ts';
import {
  CODE_GOOD_FOR,
  CODES_PER_HOUR_MAX,
  decideSendCode,
  decideSignIn,
  normaliseCode,
  normaliseEmail,
  WRONG_TRIES_MAX,
} from './sign-in.ts';

const sent = { codeHash: 'right', wrongTries: 0, expiresAt: CODE_GOOD_FOR, usedAt: null };

describe('signing in with a code', () => {
  it('lets the right code in until the last millisecond', () => {
    expect(decideSignIn(sent, 'right', CODE_GOOD_FOR - 1)).toEqual({ ok: true, value: 'signed-in' });
    expect(decideSignIn(sent, 'right', CODE_GOOD_FOR)).toEqual({ ok: false, reason: 'code-expired' });
  });
  it('refuses a wrong code', () => {
    expect(decideSignIn(sent, 'wrong', 0)).toEqual({ ok: false, reason: 'wrong-code' });
  });
  it('refuses even the right code after five wrong ones', () => {
    expect(decideSignIn({ ...sent, wrongTries: WRONG_TRIES_MAX - 1 }, 'right', 0).ok).toBe(true);
    expect(decideSignIn({ ...sent, wrongTries: WRONG_TRIES_MAX }, 'right', 0)).toEqual({
      ok: false,
      reason: 'too-many-tries',
    });
  });
  it('takes each code once', () => {
    expect(decideSignIn({ ...sent, usedAt: 1 }, 'right', 2)).toEqual({ ok: false, reason: 'no-code' });
  });
  it('asks for a code first when none was sent', () => {
    expect(decideSignIn(null, 'right', 0)).toEqual({ ok: false, reason: 'no-code' });
  });
});

describe('sending codes', () => {
  it('stops at five within an hour and starts again after it', () => {
    const five = Array.from({ length: CODES_PER_HOUR_MAX }, (_, place) => place);
    expect(decideSendCode(five.slice(1), 10)).toEqual({ ok: true, value: 'send' });
    expect(decideSendCode(five, 10)).toEqual({ ok: false, reason: 'too-many-codes' });
    expect(decideSendCode(five, HOUR).ok).toBe(true);
  });
});

describe('reading what was typed', () => {
  it('takes a code with spaces and hyphens', () => {
    expect(normaliseCode(' 123 - 456 ')).toBe('123456');
    expect(normaliseCode('١٢٣ ٤٥٦')).toBe('123456');
  });
  it('takes an address in any case', () => {
    expect(normaliseEmail(' Amina@Example.ORG ')).toBe('amina@example.org');
  });
});
