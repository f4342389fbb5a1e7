import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideAskHostAgain, decideHostAnswer, HOST_LETTERS_MAX, hostLetterState } from './host-answer.ts';

describe('a letter to a host', () => {
  it('can be answered only while it is the newest, in time, unanswered, and about what the group wants now', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.nat(9),
        fc.nat(9),
        (isNewest, isAnswered, isPayeeNewest, expiresAt, now) => {
          const state = hostLetterState({ expiresAt, isNewest, isAnswered }, isPayeeNewest, now);
          const isOpen = isPayeeNewest && isNewest && !isAnswered && now < expiresAt;
          expect(state === 'open').toBe(isOpen);
          const outcome = decideHostAnswer(state, 'Ruth');
          expect(outcome).toEqual(isOpen ? { ok: true, value: 'answer' } : { ok: false, reason: state });
        },
      ),
    );
  });

  it('is answered with a name', () => {
    expect(decideHostAnswer('open', '  ')).toEqual({ ok: false, reason: 'name-missing' });
  });

  it('goes out again while there is no answer, and five times at most', () => {
    for (const standing of ['not-needed', 'accepted', 'declined'] as const) {
      expect(decideAskHostAgain(standing, 1)).toEqual({ ok: false, reason: 'nobody-to-ask' });
    }
    expect(decideAskHostAgain('asked', HOST_LETTERS_MAX - 1).ok).toBe(true);
    expect(decideAskHostAgain('asked', HOST_LETTERS_MAX)).toEqual({ ok: false, reason: 'too-many-letters' });
  });
});
