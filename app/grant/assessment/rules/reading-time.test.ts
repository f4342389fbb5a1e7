import { describe, expect, it } from 'vitest';
import { readingMinutes } from './reading-time.ts';

describe('the minutes an application asks of an assessor', () => {
  it.each([
    [0, 0, 1],
    [180, 0, 1],
    [181, 0, 2],
    [540, 0, 3],
    [0, 60, 1],
    [0, 61, 2],
    [180, 120, 3],
    [90, 30, 1],
  ])('are for %i words and %i seconds of video: %i', (words, videoSeconds, minutes) => {
    expect(readingMinutes({ words, videoSeconds })).toBe(minutes);
  });
  it('leave out a video that is not there', () => {
    expect(readingMinutes({ words: 180, videoSeconds: null })).toBe(1);
  });
});
