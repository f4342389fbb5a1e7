import { describe, expect, it } from 'vitest';
import { type CallWork, financeWork } from './finance-work.ts';

type Row = CallWork['rows'][number];

const row: Row = {
  trancheId: 't',
  callId: 'c',
  groupName: 'Amina and friends',
  amountMinor: 300_000,
  currency: 'GBP',
  status: 'ready-to-pay',
  heldUntil: null,
  payout: null,
};
const payout = { id: 'p', state: 'submitted', rail: 'bank-file', makerId: 'finn' } as const;
const work = (change: Partial<CallWork>, reader = 'finn') =>
  financeWork({ callId: 'c', hasBooks: true, waitingAwards: 0, rows: [], files: [], ...change }, reader).map(
    (item) => `${item.kind}: ${item.who}`,
  );
const paying = (change: Partial<NonNullable<Row['payout']>>): Row => ({
  ...row,
  status: 'being-checked',
  payout: { ...payout, ...change },
});

describe('the work of the finance people', () => {
  it('begins with opening the books, then with the money that is missing', () => {
    expect(work({ hasBooks: false, waitingAwards: 2 })).toEqual(['openBooks: yours']);
    expect(work({ waitingAwards: 2 })).toEqual(['fundsMissing: yours']);
    expect(work({})).toEqual([]);
  });
  it('asks the maker to prepare and somebody else to approve', () => {
    expect(work({ rows: [row] })).toEqual(['prepare: yours']);
    expect(work({ rows: [paying({ state: 'draft' })] })).toEqual(['submit: yours']);
    expect(work({ rows: [paying({ state: 'draft' })] }, 'farah')).toEqual(['submit: others']);
    expect(work({ rows: [paying({})] })).toEqual(['approveOthers: others']);
    expect(work({ rows: [paying({})] }, 'farah')).toEqual(['approve: yours']);
  });
  it('goes on to the bank, or to a payment by hand', () => {
    expect(work({ rows: [paying({ state: 'approved' }), paying({ state: 'approved' })] })).toEqual(['makeFile: yours']);
    expect(work({ rows: [paying({ state: 'approved', rail: 'by-hand' })] })).toEqual(['payByHand: yours']);
    expect(work({ files: [{ id: 'f', isSent: false, openPayouts: 1 }] })).toEqual(['sendFile: yours']);
    expect(work({ files: [{ id: 'f', isSent: true, openPayouts: 1 }] })).toEqual(['settleFile: yours']);
    expect(work({ files: [{ id: 'f', isSent: true, openPayouts: 0 }] })).toEqual([]);
  });
  it('names the group where its details are missing, and the wait where they are new', () => {
    expect(work({ rows: [{ ...row, status: 'needs-details' }] })).toEqual(['details: group']);
    expect(work({ rows: [{ ...row, status: 'details-on-hold', heldUntil: 5 }] })).toEqual(['onHold: waiting']);
    expect(
      work({
        rows: [
          { ...row, status: 'paid' },
          { ...row, status: 'waits-for-check-in' },
        ],
      }),
    ).toEqual([]);
  });
});
