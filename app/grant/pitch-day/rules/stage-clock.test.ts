import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockDigits, clockFace, clockOnStage } from './stage-clock.ts';

const lengths = { pitchSeconds: 180, questionSeconds: 120 };

describe('the clock on stage', () => {
  it('is the pitch’s until questions are asked, and then the questions’', () => {
    const at = (timerStartedAt: number | null, questionsStartedAt: number | null) =>
      clockOnStage({ timerStartedAt, questionsStartedAt }, lengths);
    expect(at(null, null)).toEqual({ part: 'pitch', seconds: 180, startedAt: null });
    expect(at(5, null)).toEqual({ part: 'pitch', seconds: 180, startedAt: 5 });
    expect(at(5, 9)).toEqual({ part: 'questions', seconds: 120, startedAt: 9 });
    expect(at(null, 9)).toEqual({ part: 'questions', seconds: 120, startedAt: 9 });
  });

  it('warns half a minute before the end, and when it is over', () => {
    const face = (passed: number) => clockFace({ part: 'pitch', seconds: 180, startedAt: 1_000 }, 1_000 + passed);
    expect(face(0)).toEqual({ secondsLeft: 180, state: 'left' });
    expect(face(149_000)).toEqual({ secondsLeft: 31, state: 'left' });
    expect(face(149_001)).toEqual({ secondsLeft: 31, state: 'left' });
    expect(face(150_000)).toEqual({ secondsLeft: 30, state: 'soon' });
    expect(face(179_999)).toEqual({ secondsLeft: 1, state: 'soon' });
    expect(face(180_000)).toEqual({ secondsLeft: 0, state: 'over' });
    expect(face(9_000_000)).toEqual({ secondsLeft: 0, state: 'over' });
  });

  it('warns of nothing before it has begun, however short it is', () => {
    expect(clockFace({ part: 'pitch', seconds: 30, startedAt: null }, 99)).toEqual({ secondsLeft: 30, state: 'left' });
  });

  it('never runs backwards and never shows more than there is, also to a clock that is behind', () => {
    const instant = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 1_800 }), instant, instant, instant, (seconds, startedAt, one, other) => {
        const [before, after] = [Math.min(one, other), Math.max(one, other)].map((now) =>
          clockFace({ part: 'questions', seconds, startedAt }, now),
        );
        expect(before?.secondsLeft).toBeLessThanOrEqual(seconds);
        expect(after?.secondsLeft).toBeLessThanOrEqual(before?.secondsLeft ?? 0);
        expect(after?.state === 'over').toBe(after?.secondsLeft === 0);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('reads as minutes and seconds', () => {
    expect([0, 5, 60, 125].map(clockDigits)).toEqual(['0:00', '0:05', '1:00', '2:05']);
  });
});
