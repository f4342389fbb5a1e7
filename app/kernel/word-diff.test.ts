import { describe, expect, it } from 'vitest';
import { wordChanges } from './word-diff.ts';

const shown = (before: string, after: string) =>
  wordChanges(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `[+${text}+]`))
    .join('');
const without = (kind: 'gone' | 'new', before: string, after: string) =>
  wordChanges(before, after)
    .filter((change) => change.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('comparing two texts', () => {
  it('finds nothing where nothing changed, and nothing in nothing', () => {
    expect(wordChanges('We cook together.', 'We cook together.')).toEqual([
      { kind: 'same', text: 'We cook together.' },
    ]);
    expect(wordChanges('', '')).toEqual([]);
  });

  it('shows a word that took the place of another after it', () => {
    expect(shown('You have 12 weeks to spend it.', 'You have 16 weeks to spend it.')).toBe(
      'You have[- 12-][+ 16+] weeks to spend it.',
    );
  });

  it('shows what came and what went at the edges', () => {
    expect(shown('Groups of two.', 'Groups of two. Or more.')).toBe('Groups of two.[+ Or more.+]');
    expect(shown('Sadly, no.', 'no.')).toBe('[-Sadly,-] no.');
    expect(shown('', 'All new')).toBe('[+All new+]');
    expect(shown('All gone', '')).toBe('[-All gone-]');
  });

  it('keeps the longest common part when words only moved', () => {
    expect(shown('one two three four', 'two three four one')).toBe('[-one-] two three four[+ one+]');
  });

  it('compares words of any script', () => {
    expect(shown('نطبخ معا كل يوم', 'نطبخ معا كل أسبوع')).toBe('نطبخ معا كل[- يوم-][+ أسبوع+]');
  });

  it('takes a change of spaces alone for none', () => {
    expect(wordChanges('one  two', 'one two').every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('gives both texts back, whatever they are', () => {
    const words = ['a', 'b', 'c', 'a b', 'c a', ''];
    const texts = words.flatMap((one) =>
      words.flatMap((two) => words.map((three) => [one, two, three].join(' ').trim())),
    );
    const spaces = (text: string) => text.replace(/\s+/g, ' ').trim();
    for (const before of texts.slice(0, 60)) {
      for (const after of texts) {
        expect(spaces(without('new', before, after))).toBe(spaces(before));
        expect(spaces(without('gone', before, after))).toBe(spaces(after));
      }
    }
  });

  it('gives up comparing what would take seconds, and shows one after the other', () => {
    const long = (word: string) => Array.from({ length: 2_100 }, (_, place) => `${word}${place}`).join(' ');
    expect(wordChanges(long('old'), long('new')).map(({ kind }) => kind)).toEqual(['gone', 'new']);
  });
});
