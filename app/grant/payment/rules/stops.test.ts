import { describe, expect, it } from 'vitest';
import { paymentsMissing, readPaymentsNote } from './stops.ts';

describe('a note of how many payments were made', () => {
  it('says how many a portal lacks that came back from an older copy', () => {
    expect(paymentsMissing(12, 9)).toBe(3);
    expect([paymentsMissing(12, 12), paymentsMissing(9, 12), paymentsMissing(null, 12)]).toEqual([0, 0, 0]);
  });

  it('is a number and nothing else', () => {
    expect([readPaymentsNote('12'), readPaymentsNote('12\n'), readPaymentsNote('0')]).toEqual([12, 12, 0]);
    expect(['', '-1', '1e3', 'many', null].map(readPaymentsNote)).toEqual([null, null, null, null, null]);
  });
});
