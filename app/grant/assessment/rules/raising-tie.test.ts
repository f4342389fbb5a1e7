import { describe, expect, it } from 'vitest';
import { decideRaise } from './raising-tie.ts';

const facts = { isMember: true, isTabled: true, before: 'none' } as const;
const hard = { level: 'hard', reason: 'They work together.' } as const;
const soft = { ...hard, level: 'soft' } as const;

describe('writing down a tie', () => {
  it('is possible before and after a member has said anything', () => {
    expect(decideRaise(facts, hard).ok).toBe(true);
    expect(decideRaise({ ...facts, before: null }, soft).ok).toBe(true);
  });
  it('can make a soft tie hard, and never the other way round', () => {
    expect(decideRaise({ ...facts, before: 'soft' }, hard).ok).toBe(true);
    for (const [before, tie] of [
      ['soft', soft],
      ['hard', soft],
      ['hard', hard],
    ] as const) {
      expect(decideRaise({ ...facts, before }, tie)).toEqual({ ok: false, reason: 'already-tied' });
    }
  });
  it.each([
    ['unknown-member', { isMember: false, isTabled: false }, hard],
    ['unknown-application', { isTabled: false, before: 'hard' }, hard],
    ['reason-missing', {}, { ...hard, reason: '  ' }],
  ] as const)('is refused first because of %s', (reason, change, tie) => {
    expect(decideRaise({ ...facts, ...change }, tie)).toEqual({ ok: false, reason });
  });
});
