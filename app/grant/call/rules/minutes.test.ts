import { describe, expect, test } from 'vitest';
import { minutesFor } from './minutes.ts';

describe('how long an answer takes', () => {
  test('is what the manager says', () => {
    expect(minutesFor({ kind: 'text', minutes: 3, wordsMax: 500 })).toBe(3);
  });

  test.each([
    ['text', 10, 2],
    ['text', 50, 2],
    ['text', 51, 3],
    ['text', 200, 8],
    ['line', 20, 1],
    ['line', 26, 2],
    ['choice', 0, 1],
    ['money-table', 0, 8],
    ['recording', 0, 10],
  ] as const)('is judged for %s of %d words: %d', (kind, wordsMax, minutes) => {
    expect(minutesFor({ kind, minutes: null, wordsMax })).toBe(minutes);
  });
});
