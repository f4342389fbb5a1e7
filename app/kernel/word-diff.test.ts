import { describe, expect, it } from 'vitest';
import { wordDiff } from './word-diff.ts';

const shown = (earlier: string, later: string) =>
  wordDiff(earlier, later)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}]` : `[+${text}]`))
    .join('');

describe('comparing two versions of a text', () => {
  it('marks the words that went and those that came, and leaves the rest', () => {
    expect(shown('We cook on Thursday.', 'We cook on Monday.')).toBe('We cook on [-Thursday.][+Monday.]');
    expect(shown('We cook', 'We cook and sing')).toBe('We cook[+ and sing]');
    expect(shown('We cook and sing', 'We cook')).toBe('We cook[- and sing]');
    expect(shown('same words', 'same words')).toBe('same words');
    expect(shown('', 'new')).toBe('[+new]');
    expect(shown('old', '')).toBe('[-old]');
    expect(shown('', '')).toBe('');
  });
  it('shows several changed words in a row as one change', () => {
    expect(shown('two old pots', 'three new pots')).toBe('[-two old][+three new] pots');
  });
  it.each([
    ['نطبخ معا كل خميس', 'نطبخ معا كل جمعة'],
    ['👩‍👩‍👧 cook\n\nand  sing', '👩‍👩‍👧 sing\n and cook '],
    ['a b c d e f', 'f e d c b a'],
    ['word '.repeat(3_000), 'other '.repeat(3_000)],
  ])('loses no letter of either version: %.20s', (earlier, later) => {
    const stretches = wordDiff(earlier, later);
    const without = (kind: string) =>
      stretches
        .filter((one) => one.kind !== kind)
        .map(({ text }) => text)
        .join('');
    expect(without('new')).toBe(earlier);
    expect(without('gone')).toBe(later);
  });
});
