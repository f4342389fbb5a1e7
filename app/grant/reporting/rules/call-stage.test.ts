import { describe, expect, it } from 'vitest';
import { type CallStageFacts, callStageOf } from './call-stage.ts';

const start: CallStageFacts = {
  state: 'draft',
  window: 'not-yet',
  panel: 'preparing',
  isShortlisted: false,
  hasPitchDay: true,
  pitchDay: null,
  isDecided: false,
};

describe('naming the stage of a call', () => {
  it('walks through the year one step at a time', () => {
    const year: [Partial<CallStageFacts>, string][] = [
      [{}, 'draft'],
      [{ state: 'published' }, 'coming'],
      [{ window: 'open' }, 'open'],
      [{ window: 'closed' }, 'reading'],
      [{ panel: 'scoring' }, 'scoring'],
      [{ panel: 'closed' }, 'shortlisting'],
      [{ isShortlisted: true }, 'pitching'],
      [{ pitchDay: 'planned' }, 'pitching'],
      [{ pitchDay: 'over' }, 'deciding'],
      [{ isDecided: true }, 'granting'],
    ];
    let facts = start;
    for (const [change, stage] of year) {
      facts = { ...facts, ...change };
      expect(callStageOf(facts)).toBe(stage);
    }
  });
  it('leaves pitch day out where there is none', () => {
    expect(
      callStageOf({
        ...start,
        state: 'published',
        window: 'closed',
        panel: 'closed',
        isShortlisted: true,
        hasPitchDay: false,
      }),
    ).toBe('deciding');
  });
});
