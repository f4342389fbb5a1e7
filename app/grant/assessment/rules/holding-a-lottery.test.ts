import { describe, expect, it } from 'vitest';
import { decideFixing, decideTyping } from './holding-a-lottery.ts';

const READY = {
  panel: 'closed',
  isDecided: false,
  middle: 'lottery',
  isRanked: true,
  isFixed: false,
  toChoose: 2,
} as const;

describe('fixing what lots are drawn among', () => {
  it('needs a closed panel, a call that announced it, a ranking, and a place to draw for', () => {
    expect(decideFixing(READY).ok).toBe(true);
    expect(decideFixing({ ...READY, panel: 'scoring' })).toMatchObject({ reason: 'not-closed' });
    expect(decideFixing({ ...READY, middle: 'discussion' })).toMatchObject({ reason: 'not-announced' });
    expect(decideFixing({ ...READY, isRanked: false })).toMatchObject({ reason: 'ranking-waits' });
    expect(decideFixing({ ...READY, toChoose: 0 })).toMatchObject({ reason: 'nothing-to-draw' });
  });

  it('happens once, and before the decision', () => {
    expect(decideFixing({ ...READY, isFixed: true })).toMatchObject({ reason: 'already-fixed' });
    expect(decideFixing({ ...READY, isDecided: true })).toMatchObject({ reason: 'already-decided' });
  });
});

describe('typing what the dice showed', () => {
  const fixed = { isFixed: true, isDrawn: false };
  const typed = (personId: string, thrown: string) => ({ personId, thrown });

  it('draws when a second person has read the same', () => {
    expect(decideTyping({ ...fixed, typed: [] }, 'grace', '123')).toEqual({ ok: true, value: 'first' });
    const one = [typed('grace', '123')];
    expect(decideTyping({ ...fixed, typed: one }, 'daniel', '123')).toEqual({ ok: true, value: 'drawn' });
    expect(decideTyping({ ...fixed, typed: one }, 'daniel', '124')).toEqual({ ok: true, value: 'differs' });
  });

  it('never draws on the word of one person, however often she says it', () => {
    const twice = [typed('grace', '123'), typed('grace', '123')];
    expect(decideTyping({ ...fixed, typed: twice }, 'grace', '123')).toEqual({ ok: true, value: 'first' });
  });

  it('takes what each said last', () => {
    const again = [typed('grace', '123'), typed('daniel', '124'), typed('grace', '124')];
    expect(decideTyping({ ...fixed, typed: again }, 'daniel', '123')).toEqual({ ok: true, value: 'differs' });
    expect(decideTyping({ ...fixed, typed: again }, 'daniel', '124')).toEqual({ ok: true, value: 'drawn' });
  });

  it('takes nothing before the list is fixed, after the draw, or that is no throw', () => {
    expect(decideTyping({ isFixed: false, isDrawn: false, typed: [] }, 'grace', '1')).toMatchObject({
      reason: 'not-fixed',
    });
    expect(decideTyping({ isFixed: true, isDrawn: true, typed: [] }, 'grace', '1')).toMatchObject({
      reason: 'already-drawn',
    });
    expect(decideTyping({ ...fixed, typed: [] }, 'grace', null)).toMatchObject({ reason: 'unreadable' });
  });
});
