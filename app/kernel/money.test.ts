import { describe, expect, it } from 'vitest';
import { decimalAmount, parseMinor } from './money.ts';

describe('writing an amount for a file', () => {
  it('uses the decimals of its currency', () => {
    expect(decimalAmount(90_000, 'GBP')).toBe('900.00');
    expect(decimalAmount(5, 'GBP')).toBe('0.05');
    expect(decimalAmount(1_000_000_000_000, 'GBP')).toBe('10000000000.00');
    expect(decimalAmount(5, 'JPY')).toBe('5');
    expect(decimalAmount(5, 'KWD')).toBe('0.005');
    expect(decimalAmount(-105, 'GBP')).toBe('-1.05');
  });
});

describe('reading an amount as a person types it', () => {
  it.each([
    ['3,000', 300_000],
    ['£3 000.50', 300_050],
    ['٣٬٠٠٠٫٥٠', 300_050],
    ['۱۵۰۰', 150_000],
    ['১৫০০', 150_000],
    ['1500 or so', null],
    ['', null],
  ])('takes "%s" for %o', (typed, minor) => {
    expect(parseMinor(typed, 'GBP')).toBe(minor);
  });
});
