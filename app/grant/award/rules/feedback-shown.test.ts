import { describe, expect, it } from 'vitest';
import { feedbackShown } from './feedback-shown.ts';

const NOON = 1_000_000;

describe('what a group may read of what the panel wrote', () => {
  it('is nothing a moment before its day, and all of it from then on', () => {
    const pieces = [{ text: 'A clear plan.', language: 'en', from: NOON }];
    expect(feedbackShown(pieces, NOON - 1)).toEqual({ texts: [], laterFrom: NOON });
    expect(feedbackShown(pieces, NOON)).toEqual({
      texts: [{ text: 'A clear plan.', language: 'en' }],
      laterFrom: null,
    });
  });

  it('is said once when two letters carry the same words, whatever day the second one has', () => {
    const pieces = [
      { text: 'A clear plan.', language: 'en', from: NOON + 10 },
      { text: 'A clear plan.', language: 'en', from: NOON },
    ];
    expect(feedbackShown(pieces, NOON)).toEqual({
      texts: [{ text: 'A clear plan.', language: 'en' }],
      laterFrom: null,
    });
  });

  it('names the first day on which more comes', () => {
    const pieces = [
      { text: 'The room liked it.', language: 'en', from: NOON + 20 },
      { text: 'The budget is short.', language: 'en', from: NOON + 10 },
      { text: 'A clear plan.', language: 'en', from: NOON },
    ];
    expect(feedbackShown(pieces, NOON)).toEqual({
      texts: [{ text: 'A clear plan.', language: 'en' }],
      laterFrom: NOON + 10,
    });
  });

  it('promises no day for nothing', () => {
    expect(feedbackShown([{ text: ' ', language: 'en', from: NOON + 1 }], NOON)).toEqual({
      texts: [],
      laterFrom: null,
    });
    expect(feedbackShown([], NOON)).toEqual({ texts: [], laterFrom: null });
  });
});
