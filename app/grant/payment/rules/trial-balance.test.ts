import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountKind } from './postings.ts';
import { type AccountTurnover, awardMonths, closingOf, together, trialBalance } from './trial-balance.ts';

const account = (
  kind: AccountKind,
  subjectId: string,
  opening: number,
  inMinor = 0,
  outMinor = 0,
): AccountTurnover => ({
  kind,
  subjectId,
  openingMinor: opening,
  inMinor,
  outMinor,
});

describe('a trial balance', () => {
  it('adds accounts of a kind up, in the order in which money flows', () => {
    const { rows, isEven } = trialBalance([
      account('granted', 'amina', 0, 300, 0),
      account('granted', 'bilal', 50, 0, 20),
      account('fundIn', 'call', -1_000),
      account('available', 'call', 950, 20, 300),
    ]);
    expect(rows).toEqual([
      { kind: 'fundIn', openingMinor: -1_000, inMinor: 0, outMinor: 0, closingMinor: -1_000 },
      { kind: 'available', openingMinor: 950, inMinor: 20, outMinor: 300, closingMinor: 670 },
      { kind: 'granted', openingMinor: 50, inMinor: 300, outMinor: 20, closingMinor: 330 },
    ]);
    expect(isEven).toBe(true);
  });

  it('is even exactly when nothing came from nowhere', () => {
    const kinds = fc.constantFrom<AccountKind>('available', 'awarded', 'granted', 'bank');
    const move = fc.record({
      from: kinds,
      to: kinds,
      amount: fc.integer({ min: 1, max: 10 ** 9 }),
      isOld: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(move), fc.integer({ min: -3, max: 3 }), (moves, off) => {
        const accounts = moves.flatMap(({ from, to, amount, isOld }) =>
          isOld
            ? [account(from, 'x', -amount), account(to, 'y', amount)]
            : [account(from, 'x', 0, 0, amount), account(to, 'y', 0, amount, 0)],
        );
        const all = trialBalance([...accounts, account('bank', 'z', 0, Math.max(off, 0), Math.max(-off, 0))]);
        expect(all.isEven).toBe(off === 0);
        expect(closingOf(together(all.rows))).toBe(off);
      }),
    );
  });
});

describe('what a month did to an award', () => {
  it('is told from what was promised and what arrived', () => {
    const accounts = [
      account('awarded', 'amina', 200, 0, 100),
      account('granted', 'amina', 100, 150, 50),
      account('granted', 'bilal', 0, 70, 0),
    ];
    const promised = new Map([
      ['amina', { beforeMinor: 300, inMonthMinor: 0 }],
      ['bilal', { beforeMinor: 0, inMonthMinor: 80 }],
    ]);
    expect(awardMonths(['amina', 'bilal', 'chen'], accounts, promised)).toEqual([
      {
        awardId: 'amina',
        openingMinor: 200,
        promisedMinor: 0,
        paidMinor: 150,
        cameBackMinor: 50,
        closingMinor: 100,
        grantedMinor: 200,
      },
      {
        awardId: 'bilal',
        openingMinor: 0,
        promisedMinor: 80,
        paidMinor: 70,
        cameBackMinor: 0,
        closingMinor: 10,
        grantedMinor: 70,
      },
    ]);
  });
});
