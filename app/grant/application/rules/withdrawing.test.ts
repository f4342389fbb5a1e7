import { describe, expect, it } from 'vitest';
import { decideWithdraw } from './withdrawing.ts';

const refusal = (reason: string) => ({ ok: false, reason });

describe('taking an application back', () => {
  it('is possible before and after sending it', () => {
    expect(decideWithdraw({ state: 'draft', settledAt: null }).ok).toBe(true);
    expect(decideWithdraw({ state: 'submitted', settledAt: null }).ok).toBe(true);
  });
  it('happens once', () => {
    expect(decideWithdraw({ state: 'withdrawn', settledAt: null })).toEqual(refusal('already-withdrawn'));
  });
  it('is over when an award was accepted for it', () => {
    expect(decideWithdraw({ state: 'submitted', settledAt: 1_000 })).toEqual(refusal('settled'));
  });
});
