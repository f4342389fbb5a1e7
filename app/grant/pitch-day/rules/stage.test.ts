import { describe, expect, it } from 'vitest';
import { pressOnStage, type Stage } from './stage.ts';

const welcome: Stage = {
  state: 'planned',
  screen: 'welcome',
  currentPitchId: null,
  timerStartedAt: null,
  questionsStartedAt: null,
};
const facts = { pitchIds: ['amina', 'bilal'], poll: 'frozen', questionSeconds: 120, now: 500 } as const;
const onStage = (pitchId: string): Stage => ({
  state: 'running',
  screen: 'pitch',
  currentPitchId: pitchId,
  timerStartedAt: 100,
  questionsStartedAt: null,
});

describe('conducting the stage', () => {
  it('goes through the pitches in order and says when there are no more', () => {
    expect(pressOnStage(welcome, 'next', facts)).toEqual({
      ok: true,
      value: { ...welcome, state: 'running', screen: 'pitch', currentPitchId: 'amina' },
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

  it('times the questions after a pitch, and goes back to its clock as it was', () => {
    const asking = pressOnStage(onStage('amina'), 'questions', facts);
    expect(asking).toEqual({ ok: true, value: { ...onStage('amina'), questionsStartedAt: 500 } });
    if (!asking.ok) return;
    expect(pressOnStage(asking.value, 'back-to-pitch', facts)).toEqual({ ok: true, value: onStage('amina') });
    expect(pressOnStage(asking.value, 'next', facts)).toMatchObject({
      value: { currentPitchId: 'bilal', timerStartedAt: null, questionsStartedAt: null },
    });
    expect(pressOnStage(asking.value, 'welcome', facts)).toMatchObject({ value: { questionsStartedAt: null } });
  });

  it('begins no questions twice, none without a pitch, and none that nobody planned', () => {
    const asking = { ...onStage('amina'), questionsStartedAt: 200 };
    const refusal = (stage: Stage, press: 'questions' | 'back-to-pitch', questionSeconds = 120) => {
      const pressed = pressOnStage(stage, press, { ...facts, questionSeconds });
      return pressed.ok ? null : pressed.reason;
    };
    expect(refusal(asking, 'questions')).toBe('questions-running');
    expect(refusal(welcome, 'questions')).toBe('no-pitch-on-stage');
    expect(refusal(onStage('amina'), 'questions', 0)).toBe('no-questions-planned');
    expect(refusal(onStage('amina'), 'back-to-pitch')).toBe('no-questions-running');
    expect(refusal(welcome, 'back-to-pitch')).toBe('no-questions-running');
    // Planned without questions since: whoever asks them can still go back.
    expect(refusal(asking, 'back-to-pitch', 0)).toBeNull();
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
