import { describe, expect, it } from 'vitest';
import { decideFixing, decideTyping, standingOfLots } from './holding-a-lottery.ts';

const READY = {
  panel: 'closed',
  isDecided: false,
  middle: 'lottery',
  isRanked: true,
  isFixed: false,
  isLocked: false,
  isMeeting: false,
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

  it('does not happen while scores can change in a meeting, nor under a lock', () => {
    expect(decideFixing({ ...READY, isMeeting: true })).toMatchObject({ reason: 'panel-meets' });
    expect(decideFixing({ ...READY, isLocked: true })).toMatchObject({ reason: 'locked' });
  });

  it('happens once, and before the decision', () => {
    expect(decideFixing({ ...READY, isFixed: true })).toMatchObject({ reason: 'already-fixed' });
    expect(decideFixing({ ...READY, isDecided: true })).toMatchObject({ reason: 'already-decided' });
  });
});

describe('lots that a call announced', () => {
  const open = { middle: 'lottery', isRanked: true, toChoose: 1, isFixed: false, isDrawn: false } as const;

  it('are owed while there is a place to draw for, and once the list is fixed until it is drawn', () => {
    expect(standingOfLots(open)).toBe('owed');
    expect(standingOfLots({ ...open, toChoose: 0 })).toBe('none');
    expect(standingOfLots({ ...open, middle: 'discussion' })).toBe('none');
    expect(standingOfLots({ ...open, isFixed: true, toChoose: 0 })).toBe('owed');
    expect(standingOfLots({ ...open, isFixed: true, isDrawn: true })).toBe('drawn');
  });

  it('are not owed where the announced method gave no ranking: there is no list to fix', () => {
    expect(standingOfLots({ ...open, isRanked: false })).toBe('none');
  });
});

describe('typing what the dice showed', () => {
  const fixed = { isFixed: true, isDrawn: false, isDecided: false, isLocked: false };
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
    expect(decideTyping({ ...fixed, typed: again }, 'daniel', '123', 'I misread.')).toEqual({
      ok: true,
      value: 'differs',
    });
    expect(decideTyping({ ...fixed, typed: again }, 'daniel', '124')).toEqual({ ok: true, value: 'drawn' });
  });

  it('asks whoever types other numbers than her last why', () => {
    const own = { ...fixed, typed: [typed('grace', '123')] };
    expect(decideTyping(own, 'grace', '124')).toMatchObject({ reason: 'why-missing' });
    expect(decideTyping(own, 'grace', '124', ' ')).toMatchObject({ reason: 'why-missing' });
    expect(decideTyping(own, 'grace', '124', 'It fell.')).toEqual({ ok: true, value: 'first' });
    expect(decideTyping(own, 'grace', '123')).toEqual({ ok: true, value: 'first' });
    expect(decideTyping(own, 'daniel', '124')).toEqual({ ok: true, value: 'differs' });
  });

  it('takes nothing before the list is fixed, after the draw, or that is no throw', () => {
    expect(decideTyping({ ...fixed, isFixed: false, typed: [] }, 'grace', '1')).toMatchObject({
      reason: 'not-fixed',
    });
    expect(decideTyping({ ...fixed, isDrawn: true, typed: [] }, 'grace', '1')).toMatchObject({
      reason: 'already-drawn',
    });
    expect(decideTyping({ ...fixed, typed: [] }, 'grace', null)).toMatchObject({ reason: 'unreadable' });
    expect(decideTyping({ ...fixed, isLocked: true, typed: [] }, 'grace', '1')).toMatchObject({ reason: 'locked' });
    expect(decideTyping({ ...fixed, isDecided: true, typed: [] }, 'grace', '1')).toMatchObject({
      reason: 'already-decided',
    });
  });
});
