import { describe, expect, it } from 'vitest';
import { done, refused } from '#app/kernel/outcome.ts';
import { decideChange, decideOpenMeeting, decideVote, viewsApart } from './meeting.ts';

const ready = {
  panel: 'closed',
  isDecided: false,
  isLocked: false,
  areLotsFixed: false,
  isOpen: false,
  applications: 1,
} as const;

describe('opening a meeting', () => {
  it('is possible once the panel has scored and nothing rests on the scores', () => {
    expect(decideOpenMeeting(ready)).toEqual(done('opened'));
  });

  it.each([
    ['while nobody has scored', { panel: 'preparing' }, 'not-closed'],
    ['while the panel scores', { panel: 'scoring' }, 'not-closed'],
    ['after the decision', { isDecided: true }, 'already-decided'],
    ['while a decision is locked', { isLocked: true }, 'locked'],
    ['once lots are to be drawn', { areLotsFixed: true }, 'lots-fixed'],
    ['while one goes on', { isOpen: true }, 'already-open'],
    ['about nothing', { applications: 0 }, 'nothing-to-discuss'],
  ] as const)('is refused %s', (_, facts, reason) => {
    expect(decideOpenMeeting({ ...ready, ...facts })).toEqual(refused(reason));
  });
});

const bo = { isHere: true, onTable: 'kitchen', standing: 'free' } as const;

describe('a vote', () => {
  it('is cast by whoever is there and free, on what is on the table', () => {
    expect(decideVote(bo, 'kitchen', true)).toEqual(done('free'));
  });

  it.each([
    ['on what is not on the table', bo, 'garden', true, 'moved-on'],
    ['between two applications', { ...bo, onTable: null }, 'kitchen', true, 'moved-on'],
    ['by somebody who has not come', { ...bo, isHere: false }, 'kitchen', true, 'not-here'],
    ['by whoever must leave', { ...bo, standing: 'must-leave' }, 'kitchen', true, 'kept-away'],
    ['by whoever may only speak', { ...bo, standing: 'speaks-only' }, 'kitchen', true, 'speaks-only'],
    ['without a quorum', bo, 'kitchen', false, 'no-quorum'],
  ] as const)('is refused %s', (_, at, applicationId, isQuorumMet, reason) => {
    expect(decideVote(at, applicationId, isQuorumMet)).toEqual(refused(reason));
  });
});

const sheet = { state: 'submitted', scores: { need: 4, plan: null } } as const;

describe('changing scores in a meeting', () => {
  it('names only what becomes different, with what stood before', () => {
    expect(decideChange(bo, 'kitchen', sheet, { need: 4, plan: 2 })).toEqual(
      done([{ criterionId: 'plan', before: null, after: 2 }]),
    );
    expect(decideChange(bo, 'kitchen', sheet, { need: null })).toEqual(
      done([{ criterionId: 'need', before: 4, after: null }]),
    );
    expect(decideChange(bo, 'kitchen', sheet, {})).toEqual(done([]));
  });

  it('takes the ends of the scale and nothing beyond', () => {
    expect(decideChange(bo, 'kitchen', sheet, { need: 1 }).ok).toBe(true);
    expect(decideChange(bo, 'kitchen', sheet, { need: 5 }).ok).toBe(true);
    for (const off of [0, 6, 3.5, Number.NaN]) {
      expect(decideChange(bo, 'kitchen', sheet, { need: off })).toEqual(refused('score-off-scale'));
    }
  });

  it('is for a sheet of her own that counts', () => {
    expect(decideChange(bo, 'kitchen', null, { need: 5 })).toEqual(refused('no-sheet'));
    for (const state of ['draft', 'set-aside'] as const) {
      expect(decideChange(bo, 'kitchen', { ...sheet, state }, { need: 5 })).toEqual(refused('no-sheet'));
    }
    expect(decideChange(bo, 'kitchen', sheet, { charm: 5 })).toEqual(refused('unknown-criterion'));
  });

  it('is for what is on the table, and for whoever is there and free of ties', () => {
    expect(decideChange(bo, 'garden', sheet, { need: 5 })).toEqual(refused('moved-on'));
    expect(decideChange({ ...bo, isHere: false }, 'kitchen', sheet, { need: 5 })).toEqual(refused('not-here'));
    const tied = { ...bo, standing: 'must-leave' } as const;
    expect(decideChange(tied, 'kitchen', sheet, { need: 5 })).toEqual(refused('kept-away'));
    const soft = { ...bo, standing: 'speaks-only' } as const;
    expect(decideChange(soft, 'kitchen', sheet, { need: 5 })).toEqual(refused('speaks-only'));
  });
});

describe('how far views lie apart', () => {
  it('puts the widest first, and calls two steps far', () => {
    const sheets = [
      { need: 3, plan: 2, change: 5 },
      { need: 4, plan: 4, change: 2 },
    ];
    expect(viewsApart(['need', 'plan', 'change'], sheets)).toEqual([
      { criterionId: 'change', lowest: 2, highest: 5, isFar: true },
      { criterionId: 'plan', lowest: 2, highest: 4, isFar: true },
      { criterionId: 'need', lowest: 3, highest: 4, isFar: false },
    ]);
  });

  it('leaves out whoever could not judge, and what nobody could', () => {
    expect(viewsApart(['need', 'plan'], [{ need: null, plan: null }, { need: 2 }])).toEqual([
      { criterionId: 'need', lowest: 2, highest: 2, isFar: false },
    ]);
    expect(viewsApart(['need'], [])).toEqual([]);
  });
});
