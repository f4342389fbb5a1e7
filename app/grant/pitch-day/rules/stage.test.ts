import { describe, expect, it } from 'vitest';
import { pressOnStage, type Stage } from './stage.ts';

const welcome: Stage = { state: 'planned', screen: 'welcome', currentPitchId: null, timerStartedAt: null };
const facts = { pitchIds: ['amina', 'bilal'], poll: 'frozen', now: 500 } as const;
const onStage = (pitchId: string): Stage => ({
  state: 'running',
  screen: 'pitch',
  currentPitchId: pitchId,
  timerStartedAt: 100,
});

describe('conducting the stage', () => {
  it('goes through the pitches in order and says when there are no more', () => {
    expect(pressOnStage(welcome, 'next', facts)).toEqual({
      ok: true,
      value: { state: 'running', screen: 'pitch', currentPitchId: 'amina', timerStartedAt: null },
    });
    expect(pressOnStage(onStage('amina'), 'next', facts)).toMatchObject({ value: { currentPitchId: 'bilal' } });
    expect(pressOnStage(onStage('bilal'), 'next', facts)).toEqual({ ok: false, reason: 'no-more-pitches' });
    expect(pressOnStage(onStage('amina'), 'previous', facts)).toEqual({ ok: false, reason: 'no-more-pitches' });
    expect(pressOnStage(welcome, 'previous', facts)).toMatchObject({ value: { currentPitchId: 'bilal' } });
  });

  it('times only a pitch that is on stage, and stops the clock when another comes', () => {
    expect(pressOnStage(welcome, 'start-timer', facts)).toEqual({ ok: false, reason: 'no-pitch-on-stage' });
    expect(pressOnStage(onStage('amina'), 'start-timer', facts)).toMatchObject({ value: { timerStartedAt: 500 } });
    expect(pressOnStage(onStage('amina'), 'stop-timer', facts)).toMatchObject({ value: { timerStartedAt: null } });
    expect(pressOnStage(onStage('amina'), 'next', facts)).toMatchObject({ value: { timerStartedAt: null } });
  });

  it.each([
    ['show-vote', ['frozen', 'open']],
    ['open-vote', ['frozen']],
    ['close-vote', ['open']],
    // From a stage that is not over: after a crash the box may be ahead.
    ['reveal', ['closed', 'revealed', 'certified']],
    ['show-result', ['revealed', 'certified']],
  ] as const)('lets %s happen only while the poll is %s', (press, allowed) => {
    for (const poll of [null, 'draft', 'frozen', 'open', 'closed', 'revealed', 'certified'] as const) {
      const mayHappen = (allowed as readonly (string | null)[]).includes(poll);
      expect(pressOnStage(welcome, press, { ...facts, poll }).ok).toBe(mayHappen);
    }
  });

  it('follows a ballot box that closed while its own commit was lost, and closes nothing twice', () => {
    const voting = { ...welcome, state: 'running', screen: 'vote' } as const;
    expect(pressOnStage(voting, 'close-vote', { ...facts, poll: 'closed' })).toMatchObject({
      value: { screen: 'closed' },
    });
    const closed = { ...voting, screen: 'closed' } as const;
    expect(pressOnStage(closed, 'close-vote', { ...facts, poll: 'closed' })).toEqual({
      ok: false,
      reason: 'vote-not-open',
    });
    const over = { ...voting, state: 'over', screen: 'result' } as const;
    expect(pressOnStage(over, 'reveal', { ...facts, poll: 'revealed' })).toEqual({
      ok: false,
      reason: 'vote-not-closed',
    });
  });

  it('is over once the result is revealed, whatever is shown after that', () => {
    const revealed = pressOnStage(welcome, 'reveal', { ...facts, poll: 'closed' });
    expect(revealed).toMatchObject({ value: { state: 'over', screen: 'result' } });
    if (revealed.ok) expect(pressOnStage(revealed.value, 'welcome', facts)).toMatchObject({ value: { state: 'over' } });
  });
});
