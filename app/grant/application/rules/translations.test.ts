import { describe, expect, it } from 'vitest';
import { decideTranslate, translationPowers, translationState } from './translations.ts';

const answer = { answerLanguage: 'ar', hasAnswer: true, readRevision: 3, answerRevision: 3 };

describe('translating an answer', () => {
  it('is for an answer that exists, into another language, as it was read', () => {
    expect(decideTranslate(answer, 'en')).toEqual({ ok: true, value: 'written' });
    expect(decideTranslate({ ...answer, hasAnswer: false }, 'en')).toEqual({ ok: false, reason: 'no-answer' });
    expect(decideTranslate(answer, 'ar')).toEqual({ ok: false, reason: 'same-language' });
    expect(decideTranslate({ ...answer, readRevision: 2 }, 'en')).toEqual({ ok: false, reason: 'changed-elsewhere' });
  });

  it('is written by those who write answers and by managers, and approved by those who speak for the group', () => {
    const whole = { mayRead: true, mayWrite: true, mayApprove: true };
    expect(translationPowers('draft', 'owner', false)).toEqual(whole);
    expect(translationPowers('submitted', 'sign', false)).toEqual(whole);
    expect(translationPowers('draft', 'edit', false)).toEqual({ ...whole, mayApprove: false });
    expect(translationPowers('draft', 'comment', false)).toEqual({ mayRead: true, mayWrite: false, mayApprove: false });
    expect(translationPowers('submitted', null, true)).toEqual({ ...whole, mayApprove: false });
    expect(translationPowers('submitted', null, false).mayRead).toBe(false);
    expect(translationPowers('withdrawn', 'owner', false)).toEqual({
      mayRead: true,
      mayWrite: false,
      mayApprove: false,
    });
  });

  it('is left behind by an answer that changes', () => {
    expect(translationState({ approvedAt: null, ofRevision: 3 }, 3)).toBe('waiting');
    expect(translationState({ approvedAt: 7, ofRevision: 3 }, 3)).toBe('approved');
    expect(translationState({ approvedAt: null, ofRevision: 3 }, 4)).toBe('outdated');
  });
});
