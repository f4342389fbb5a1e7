import { describe, expect, it } from 'vitest';
import { CURRENCIES } from '#app/kernel/money.ts';
import { wordsIn } from './use-words.ts';

describe('money in words', () => {
  it('keeps whole pounds whole, and has its sign in front in English', () => {
    expect(wordsIn('en').money(300_000, 'GBP')).toBe('£3,000');
    expect(wordsIn('en').money(1_250, 'GBP')).toBe('£12.50');
  });

  it('has the sign that forms and notes have in Arabic, too, and digits that both can read', () => {
    const { money } = wordsIn('ar');
    const plain = (text: string) => text.replace(/[\u200e\u200f]/g, '').replace(/\s/g, ' ');
    expect(plain(money(300_000, 'GBP'))).toBe('3,000 £');
    expect(plain(money(1_250, 'USD'))).toBe('12.50 $');
    expect(plain(money(5_000, 'JPY'))).toBe('5,000 ¥');
  });

  it('names a currency as people say it, with the sign that stands beside amounts', () => {
    const plain = (text: string) => text.replace(/[\u200e\u200f]/g, '');
    expect(wordsIn('en').currencyName('GBP')).toBe('British pounds (£)');
    expect(plain(wordsIn('ar').currencyName('GBP'))).toBe('جنيه إسترليني (£)');
    for (const currency of CURRENCIES) {
      const sign = plain(wordsIn('ar').money(0, currency)).replace(/\s/g, ' ').split(' ')[1];
      expect(wordsIn('en').currencyName(currency)).toContain(`(${sign})`);
    }
  });
});
