import { describe, expect, it } from 'vitest';
import { wordsIn } from './use-words.ts';

describe('money in words', () => {
  it('keeps whole pounds whole, and has its sign in front in English', () => {
    expect(wordsIn('en').money(300_000, 'GBP')).toBe('£3,000');
    expect(wordsIn('en').money(1_250, 'GBP')).toBe('£12.50');
  });

  it('has the sign that forms and notes have in Arabic, too, and digits that both can read', () => {
    const { money, words } = wordsIn('ar');
    const plain = (text: string) => text.replace(/[\u200e\u200f]/g, '').replace(/\s/g, ' ');
    expect(plain(money(300_000, 'GBP'))).toBe('3,000 £');
    expect(plain(money(1_250, 'USD'))).toBe('12.50 $');
    expect(plain(money(5_000, 'JPY'))).toBe('5,000 ¥');
    for (const [currency, name] of Object.entries(words.common.currencies)) {
      const sign = plain(money(0, currency as keyof typeof words.common.currencies)).split(' ')[1];
      expect(name).toContain(`(${sign})`);
    }
  });
});
