import { describe, expect, it } from 'vitest';
import { type Draft, type DraftAnswer, decideSubmit, gapsOf, type SubmitTerms, windowFor } from './submitting.ts';

const terms: SubmitTerms = {
  opensAt: 1_000,
  closesAt: 2_000,
  awardMaxMinor: 300_000,
  videoSecondsMax: 180,
  themes: ['Health'],
};
const written: DraftAnswer = {
  questionId: 'idea',
  required: true,
  wordsMax: 200,
  words: 20,
  fault: null,
  minutes: 8,
  recordings: [],
};
const draft: Draft = {
  applicantId: 'amina',
  state: 'draft',
  details: {
    title: 'Our kitchen',
    oneLine: 'We cook.',
    groupName: 'Thursday Table',
    moneyHolder: '',
    hostName: '',
    theme: 'Health',
    city: 'Coventry',
    amountMinor: 300_000,
    language: 'en',
  },
  answers: [written],
};
const withAnswer = (changes: Partial<DraftAnswer>): Draft => ({ ...draft, answers: [{ ...written, ...changes }] });
const submit = (changed: Draft, now = 1_500, by = 'amina') => decideSubmit(changed, terms, by, now);
const refusal = (reason: string) => ({ ok: false, reason });

describe('submitting an application', () => {
  it('is done when everything is there', () => {
    expect(submit(draft)).toEqual({ ok: true, value: 'submitted' });
  });
  it('is the applicant’s alone', () => {
    expect(submit(draft, 1_500, 'bo')).toEqual(refusal('not-the-applicant'));
  });
  it('lasts until the end of its own code for late entry, and never ends earlier for it', () => {
    const late = (now: number, lateUntil: number | null) =>
      decideSubmit(draft, windowFor(terms, lateUntil), 'amina', now);
    expect(late(1_999, null).ok).toBe(true);
    expect(late(2_000, null)).toEqual(refusal('call-not-open'));
    expect(late(2_000, 3_000).ok).toBe(true);
    expect(late(2_999, 3_000).ok).toBe(true);
    expect(late(3_000, 3_000)).toEqual(refusal('call-not-open'));
    expect(late(1_999, 1_500).ok).toBe(true);
    expect(late(2_000, 1_500)).toEqual(refusal('call-not-open'));
    expect(late(999, 3_000)).toEqual(refusal('call-not-open'));
  });
  it('begins at the opening instant and ends just before the closing instant', () => {
    expect(submit(draft, 999)).toEqual(refusal('call-not-open'));
    expect(submit(draft, 1_000).ok).toBe(true);
    expect(submit(draft, 1_999).ok).toBe(true);
    expect(submit(draft, 2_000)).toEqual(refusal('call-not-open'));
  });
  it('happens once, and never to what was taken back', () => {
    expect(submit({ ...draft, state: 'submitted' })).toEqual(refusal('already-submitted'));
    expect(submit({ ...draft, state: 'withdrawn' })).toEqual(refusal('already-submitted'));
  });
  it('needs every detail', () => {
    for (const name of ['title', 'oneLine', 'groupName', 'theme', 'city', 'language'] as const) {
      const changed = { ...draft, details: { ...draft.details, [name]: '' } };
      expect(submit(changed)).toEqual(refusal('details-missing'));
      expect(gapsOf(changed, terms)).toEqual([{ kind: 'details-missing', detail: name }]);
    }
    expect(submit({ ...draft, details: { ...draft.details, amountMinor: null } })).toEqual(refusal('details-missing'));
  });
  it('needs no theme where the call has none', () => {
    const without = { ...draft, details: { ...draft.details, theme: '' } };
    expect(gapsOf(without, { ...terms, themes: [] })).toEqual([]);
    expect(decideSubmit(without, { ...terms, themes: [] }, draft.applicantId, 1_000).ok).toBe(true);
  });
  it('needs an answer to a required question and none to the others', () => {
    expect(submit(withAnswer({ words: 0 }))).toEqual(refusal('answers-missing'));
    expect(submit(withAnswer({ words: 0, required: false })).ok).toBe(true);
  });
  it('takes a video in place of written words', () => {
    expect(
      submit(withAnswer({ words: 0, recordings: [{ state: 'ready', hasUnapprovedText: false, seconds: 60 }] })).ok,
    ).toBe(true);
  });
  it('takes as many words as the limit and not one more', () => {
    expect(submit(withAnswer({ words: 200 })).ok).toBe(true);
    expect(submit(withAnswer({ words: 201 }))).toEqual(refusal('too-many-words'));
  });
  it('counts no words where there is no limit', () => {
    expect(submit(withAnswer({ words: 900, wordsMax: 0 })).ok).toBe(true);
  });
  it('needs an answer that can be read as its question asks, also to a question that may stay empty', () => {
    const changed = withAnswer({ fault: 'not-a-number', required: false });
    expect(submit(changed)).toEqual(refusal('answer-unreadable'));
    expect(gapsOf(changed, terms)).toEqual([{ kind: 'answer-unreadable', questionId: 'idea', fault: 'not-a-number' }]);
  });
  it('takes the largest award and not a penny more', () => {
    expect(submit({ ...draft, details: { ...draft.details, amountMinor: 300_001 } })).toEqual(
      refusal('amount-too-high'),
    );
  });
  it('waits for a video that is on its way, even beside written words', () => {
    for (const state of ['receiving', 'hashing', 'probing'] as const) {
      expect(submit(withAnswer({ recordings: [{ state, hasUnapprovedText: false, seconds: null }] }))).toEqual(
        refusal('video-not-ready'),
      );
    }
  });
  it('refuses a video beyond the limit and the second of grace', () => {
    expect(submit(withAnswer({ recordings: [{ state: 'ready', hasUnapprovedText: false, seconds: 181 }] })).ok).toBe(
      true,
    );
    expect(submit(withAnswer({ recordings: [{ state: 'ready', hasUnapprovedText: false, seconds: 181.1 }] }))).toEqual(
      refusal('video-too-long'),
    );
  });
  it('names the first refusal and lists every gap', () => {
    const bad: Draft = {
      ...draft,
      details: { ...draft.details, city: '', amountMinor: 400_000 },
      answers: [
        { ...written, words: 300, recordings: [{ state: 'receiving', hasUnapprovedText: false, seconds: null }] },
      ],
    };
    expect(submit(bad)).toEqual(refusal('details-missing'));
    expect(gapsOf(bad, terms).map((gap) => gap.kind)).toEqual([
      'details-missing',
      'too-many-words',
      'amount-too-high',
      'video-not-ready',
    ]);
  });
});
