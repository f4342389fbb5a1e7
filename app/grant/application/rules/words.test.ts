import { describe, expect, it, vi } from 'vitest';
import { countWords } from './words.ts';

describe('counting words', () => {
  it('counts what stands between spaces, tabs and new lines', () => {
    expect(countWords('We cook\ttogether\n\nevery  Thursday.')).toBe(5);
  });
  it('finds no word in nothing', () => {
    expect(countWords('')).toBe(0);
    expect(countWords(' \n\t\u00a0 ')).toBe(0);
  });
  it('counts no dash and no bullet that stands alone', () => {
    expect(countWords('– rice\n• tea - mint')).toBe(3);
  });
  it('counts numbers, prices and words with hyphens once', () => {
    expect(countWords('12 well-being £3,000')).toBe(3);
  });
  it('counts Arabic with its vowel signs, Tigrinya and Ukrainian', () => {
    expect(countWords('كُلَّ يَوْمِ سَبْتٍ نَجْلِسُ مَعًا')).toBe(5);
    expect(countWords('ንሕና ብሓባር ንሰርሕ')).toBe(3);
    expect(countWords('ми готуємо разом')).toBe(3);
  });
  it('counts words in Chinese, which puts no spaces between them', () => {
    expect(countWords('我们每个星期四一起做饭')).toBeGreaterThan(3);
    expect(countWords('我们每个星期四一起做饭')).toBeLessThan(11);
  });
  it('still counts in a browser that cannot tell where such words end', () => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
    expect(countWords('我们一起 做饭')).toBe(3);
    vi.unstubAllGlobals();
  });
});
