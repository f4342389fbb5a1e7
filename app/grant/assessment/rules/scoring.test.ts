import { describe, expect, it } from 'vitest';
import { COMMENT_WORDS_MAX, decideSave, decideSubmit } from './scoring.ts';

const facts = {
  panel: 'scoring',
  allows: 'score',
  sheet: null,
  criterionIds: ['need', 'plan'],
  written: null,
  revision: 0,
} as const;
const empty = { scores: {}, strength: '', concern: '' };
const whole = { scores: { need: 4, plan: null }, strength: 'They cook already.', concern: 'One person does it all.' };
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

describe('saving a sheet', () => {
  it('takes an empty one and one with gaps', () => {
    expect(decideSave(facts, empty).ok).toBe(true);
    expect(decideSave({ ...facts, sheet: 'draft' }, { ...empty, scores: { plan: 1 } }).ok).toBe(true);
  });
  it('takes every score from 1 to 5 and "I cannot judge this"', () => {
    for (const need of [1, 5, null]) expect(decideSave(facts, { ...empty, scores: { need } }).ok).toBe(true);
  });
  it.each([0, 6, 3.5, Number.NaN])('refuses a score of %s', (need) => {
    expect(decideSave(facts, { ...empty, scores: { need } })).toEqual({ ok: false, reason: 'score-off-scale' });
  });
  it('refuses a criterion of another call', () => {
    expect(decideSave(facts, { ...empty, scores: { beauty: 3 } })).toEqual({ ok: false, reason: 'unknown-criterion' });
  });
  it('takes comments up to the limit', () => {
    expect(decideSave(facts, { ...empty, concern: words(COMMENT_WORDS_MAX) }).ok).toBe(true);
    expect(decideSave(facts, { ...empty, concern: words(COMMENT_WORDS_MAX + 1) })).toEqual({
      ok: false,
      reason: 'too-long',
    });
  });
  it.each(['preparing', 'closed'] as const)('is refused while the panel is %s', (panel) => {
    expect(decideSave({ ...facts, panel }, empty)).toEqual({ ok: false, reason: 'not-scoring' });
  });
  it('is refused in a phase in which nobody scores', () => {
    expect(decideSave({ ...facts, allows: 'read' }, empty)).toEqual({ ok: false, reason: 'not-scoring' });
  });
  it.each(['submitted', 'set-aside'] as const)('is refused when the sheet is %s', (sheet) => {
    expect(decideSave({ ...facts, sheet }, whole)).toEqual({ ok: false, reason: 'already-submitted' });
  });
});

describe('saving from two windows', () => {
  const changed = { ...facts, sheet: 'draft', written: whole, revision: 4 } as const;
  it('takes what was written on top of the newest save', () => {
    expect(decideSave(changed, { ...whole, concern: 'Less.' }, 4).ok).toBe(true);
  });
  it('asks before it writes over words that its writer has not seen', () => {
    expect(decideSave(changed, { ...whole, concern: 'Less.' }, 3)).toEqual({ ok: false, reason: 'changed-elsewhere' });
    expect(decideSubmit(changed, { ...whole, concern: 'Less.' }, 3)).toMatchObject({ reason: 'changed-elsewhere' });
    expect(decideSave(changed, { ...whole, scores: { need: 4 } }, 3)).toMatchObject({ reason: 'changed-elsewhere' });
  });
  it('is content with a save that was sent again, or that says the same', () => {
    expect(decideSave(changed, whole, 3).ok).toBe(true);
    expect(decideSave(changed, { ...whole, strength: ` ${whole.strength}\n` }, 3).ok).toBe(true);
  });
  it('lets the newest words win where nobody says what they saw', () => {
    expect(decideSave(changed, empty).ok).toBe(true);
  });
});

describe('handing a sheet in', () => {
  it('takes a whole one, in which "I cannot judge this" is an answer', () => {
    expect(decideSubmit(facts, whole)).toEqual({ ok: true, value: 'submitted' });
  });
  it('wants every criterion answered', () => {
    expect(decideSubmit(facts, { ...whole, scores: { need: 4 } })).toEqual({ ok: false, reason: 'scores-missing' });
  });
  it('wants both questions answered', () => {
    expect(decideSubmit(facts, { ...whole, strength: ' ' })).toEqual({ ok: false, reason: 'comments-missing' });
    expect(decideSubmit(facts, { ...whole, concern: '' })).toEqual({ ok: false, reason: 'comments-missing' });
  });
  it('refuses what could not even be saved', () => {
    expect(decideSubmit({ ...facts, panel: 'closed' }, whole)).toEqual({ ok: false, reason: 'not-scoring' });
  });
});
