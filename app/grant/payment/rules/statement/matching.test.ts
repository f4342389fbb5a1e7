import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnownPayment, meaningOf } from './matching.ts';
import type { StatementLine } from './statement.ts';

const payment = (place: number, changes: Partial<KnownPayment> = {}): KnownPayment => ({
  payoutId: `p${place}`,
  endToEndId: `0123456789ABCDEFGH${String(place).padStart(2, '0')}`,
  reference: `SI-7K3D2M ${place}`,
  amountMinor: 100_000 * place,
  state: 'sending',
  msgId: 'CP-FILE00000000000001',
  hasLeft: false,
  ...changes,
});

const line = (amountMinor: number, changes: Partial<StatementLine> = {}): StatementLine => ({
  bookedOn: '2026-03-31',
  amountMinor,
  bankRef: 'B1',
  endToEndId: null,
  name: '',
  text: '',
  ...changes,
});

const [first, second] = [payment(1), payment(2)];
const known = [first, second];
const named = (one: KnownPayment) => ({ endToEndId: one.endToEndId });

describe('what a line of the statement means', () => {
  it('settles the payment that it names', () => {
    expect(meaningOf(line(-100_000, named(first)), known)).toEqual({ kind: 'settles', payoutIds: ['p1'] });
    const inWords = { text: `faster payment ${first.endToEndId.toLowerCase().replace('89', '8 9')}` };
    expect(meaningOf(line(-100_000, inWords), known)).toEqual({ kind: 'settles', payoutIds: ['p1'] });
    const byHand = [payment(1, { state: 'settled', msgId: null })];
    expect(meaningOf(line(-100_000, named(first)), byHand)).toEqual({ kind: 'settles', payoutIds: ['p1'] });
  });

  it('settles a whole file that the bank booked as one', () => {
    expect(meaningOf(line(-300_000, { text: 'BULK CP-FILE00000000000001' }), known)).toEqual({
      kind: 'settles',
      payoutIds: ['p1', 'p2'],
    });
    const unlike = [first, payment(2, { state: 'failed' })];
    expect(meaningOf(line(-300_000, { text: 'BULK CP-FILE00000000000001' }), unlike)).toEqual({ kind: 'unknown' });
    expect(meaningOf(line(-300_001, { text: 'BULK CP-FILE00000000000001' }), known)).toEqual({ kind: 'unknown' });
  });

  it('sees the second debit of a payment that has left', () => {
    const gone = [payment(1, { state: 'settled', hasLeft: true }), second];
    expect(meaningOf(line(-100_000, named(first)), gone)).toEqual({ kind: 'second-debit', payoutId: 'p1' });
  });

  it('sees money that comes back', () => {
    const gone = [payment(1, { state: 'settled', hasLeft: true })];
    expect(meaningOf(line(100_000, named(first)), gone)).toEqual({ kind: 'comes-back', payoutId: 'p1' });
    expect(meaningOf(line(100_000, named(first)), known)).toEqual({ kind: 'does-not-fit', payoutId: 'p1' });
  });

  it('says that an amount does not fit', () => {
    expect(meaningOf(line(-100_001, named(first)), known)).toEqual({ kind: 'does-not-fit', payoutId: 'p1' });
    const dead = [payment(1, { state: 'cancelled' })];
    expect(meaningOf(line(-100_000, named(first)), dead)).toEqual({ kind: 'does-not-fit', payoutId: 'p1' });
  });

  it('only guesses by amount, with the one that has our reference first', () => {
    const alike = [payment(1), payment(3, { amountMinor: 100_000 })];
    expect(meaningOf(line(-100_000, { text: 'sent to si 7k3d2m 3' }), alike)).toEqual({
      kind: 'perhaps',
      payoutIds: ['p3', 'p1'],
    });
    expect(meaningOf(line(-100_000), known)).toEqual({ kind: 'perhaps', payoutIds: ['p1'] });
  });

  it('takes other money for a funder’s, and other debits for unknown', () => {
    expect(meaningOf(line(5_000_000), known)).toEqual({ kind: 'came-in' });
    expect(meaningOf(line(-777), known)).toEqual({ kind: 'unknown' });
  });

  it('never settles anything that is not on its way, nor anything of another amount', () => {
    const state = fc.constantFrom(
      ...(['draft', 'approved', 'reserved', 'sending', 'settled', 'failed', 'returned', 'cancelled'] as const),
    );
    const any = fc.record({ state, hasLeft: fc.boolean(), amount: fc.integer({ min: 1, max: 4 }) });
    const anyLine = fc.record({
      sign: fc.constantFrom(1, -1),
      amount: fc.integer({ min: 1, max: 9 }),
      of: fc.integer({ min: 0, max: 5 }),
      isFile: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 5 }), anyLine, (facts, { sign, amount, of, isFile }) => {
        const payments = facts.map((fact, place) =>
          payment(place, { state: fact.state, hasLeft: fact.hasLeft, amountMinor: fact.amount * 1_000 }),
        );
        const about = payments[of];
        const text = isFile ? 'CP-FILE00000000000001' : (about?.endToEndId ?? '');
        const meaning = meaningOf(line(sign * amount * 1_000, { text }), payments);
        if (meaning.kind !== 'settles') return;
        const settled = payments.filter(({ payoutId }) => meaning.payoutIds.includes(payoutId));
        expect(sign).toBe(-1);
        expect(settled.reduce((sum, one) => sum + one.amountMinor, 0)).toBe(amount * 1_000);
        for (const one of settled)
          expect(one.state === 'reserved' || one.state === 'sending' || (one.state === 'settled' && !one.hasLeft)).toBe(
            true,
          );
      }),
    );
  });
});
