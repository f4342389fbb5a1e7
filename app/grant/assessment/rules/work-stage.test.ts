import { describe, expect, it } from 'vitest';
import { workStage } from './work-stage.ts';

const SCORING = {
  panel: 'scoring',
  isCallClosed: true,
  hasDeclared: true,
  isOpen: true,
  toDo: 1,
  handedIn: 0,
} as const;

describe('what a member has to do next', () => {
  it('is to wait for the call, then to say whom she knows, then to wait for the opening', () => {
    const before = { ...SCORING, panel: 'preparing', isCallClosed: false, hasDeclared: false, toDo: 0 } as const;
    expect(workStage(before)).toBe('wait');
    expect(workStage({ ...before, isCallClosed: true })).toBe('conflicts');
    expect(workStage({ ...before, isCallClosed: true, hasDeclared: true })).toBe('ready');
    expect(workStage({ ...SCORING, isOpen: false })).toBe('ready');
  });

  it('is to score until the last sheet is handed in', () => {
    expect(workStage({ ...SCORING, toDo: 1, handedIn: 3 })).toBe('scoring');
    expect(workStage({ ...SCORING, toDo: 0, handedIn: 4 })).toBe('done');
    expect(workStage({ ...SCORING, panel: 'closed' })).toBe('closed');
  });

  it('is nothing for Lan, who came when everything was given out: she is not thanked for sheets she never had', () => {
    expect(workStage({ ...SCORING, toDo: 0, handedIn: 0 })).toBe('none');
  });
});
