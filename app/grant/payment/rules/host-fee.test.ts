import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HostFee, hostKeeps, isFeePossible, readHostFee } from './host-fee.ts';
import { decidePayee } from './setting-payee.ts';

const award = fc.integer({ min: 1, max: 1_000_000_000_000 });
const percent = fc.integer({ min: 1, max: 9_999 }).map((basisPoints): HostFee => ({ kind: 'percent', basisPoints }));
const sum = fc.integer({ min: 1, max: 1_000_000 }).map((amountMinor): HostFee => ({ kind: 'amount', amountMinor }));

describe('what a host keeps', () => {
  it('is five percent of a thousand pounds: fifty', () => {
    expect(hostKeeps({ kind: 'percent', basisPoints: 500 }, 100_000)).toBe(5_000);
    expect(hostKeeps({ kind: 'none' }, 100_000)).toBe(0);
    expect(hostKeeps({ kind: 'amount', amountMinor: 5_000 }, 100_000)).toBe(5_000);
  });

  it('is whole pennies, never more than the percent says, and leaves the group something', () => {
    fc.assert(
      fc.property(award, percent, (awardMinor, fee) => {
        const keeps = hostKeeps(fee, awardMinor);
        const exact = BigInt(awardMinor) * BigInt(fee.kind === 'percent' ? fee.basisPoints : 0);
        expect(BigInt(keeps)).toBe(exact / 10_000n);
        expect(isFeePossible(fee, awardMinor)).toBe(keeps < awardMinor);
        expect(keeps).toBeLessThan(awardMinor);
      }),
    );
  });

  it('is never all of the award', () => {
    fc.assert(
      fc.property(award, sum, (awardMinor, fee) => {
        expect(isFeePossible(fee, awardMinor)).toBe(hostKeeps(fee, awardMinor) < awardMinor);
      }),
    );
  });

  it('is read as people type it', () => {
    expect(readHostFee('none', 'anything', 'GBP')).toEqual({ kind: 'none' });
    for (const typed of ['7.5', '7,5', ' 7.50 % ', '7.5%']) {
      expect(readHostFee('percent', typed, 'GBP'), typed).toEqual({ kind: 'percent', basisPoints: 750 });
    }
    for (const typed of ['', '0', '100', '-5', 'five', '1.234', '0.00']) {
      expect(readHostFee('percent', typed, 'GBP'), typed).toBeNull();
    }
    expect(readHostFee('amount', '50', 'GBP')).toEqual({ kind: 'amount', amountMinor: 5_000 });
    for (const typed of ['', '0', '-5', 'fifty']) expect(readHostFee('amount', typed, 'GBP'), typed).toBeNull();
  });

  it('counts only as the sum that the group has agreed to', () => {
    const facts = { isAccepted: true, livePayouts: [], isAccountLikely: true, hasLookedAgain: false };
    fc.assert(
      fc.property(award, fc.oneof(percent, sum), fc.integer({ min: -1, max: 1 }), (awardMinor, fee, beside) => {
        const keepsMinor = hostKeeps(fee, awardMinor) + beside;
        const outcome = decidePayee({ ...facts, awardMinor, host: { fee, keepsMinor } });
        const expected = !isFeePossible(fee, awardMinor) ? 'fee-too-high' : beside === 0 ? null : 'fee-not-agreed';
        expect(outcome.ok ? null : outcome.reason).toBe(expected);
      }),
    );
  });
});
