import { describe, expect, it } from 'vitest';
import { decideRule } from './panel-rule.ts';

describe('choosing how a panel ranks', () => {
  it('is free until somebody scores', () => {
    expect(decideRule({ state: 'preparing', savedAt: null }, null).ok).toBe(true);
    for (const state of ['scoring', 'closed'] as const) {
      expect(decideRule({ state, savedAt: null }, null)).toEqual({ ok: false, reason: 'rule-fixed' });
    }
  });

  it('writes over nothing that the page had not shown', () => {
    expect(decideRule({ state: 'preparing', savedAt: 20 }, 20).ok).toBe(true);
    for (const seenAt of [null, 19, 21]) {
      const decision = decideRule({ state: 'preparing', savedAt: 20 }, seenAt);
      expect(decision).toEqual({ ok: false, reason: 'rule-changed-meanwhile' });
    }
  });
});
