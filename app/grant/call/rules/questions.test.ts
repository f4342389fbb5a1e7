import { describe, expect, test } from 'vitest';
import { PLAIN_QUESTION, type QuestionDraft, questionFaults, tidied } from './questions.ts';

const good: QuestionDraft = {
  ...PLAIN_QUESTION,
  label: 'What will you cook?',
  guidance: '',
  wordsMax: 100,
  required: true,
};
const faultsOf = (change: Partial<QuestionDraft>) => questionFaults({ ...good, ...change }).map(({ fault }) => fault);

describe('a question by itself', () => {
  test('may be plain', () => {
    expect(questionFaults(good)).toEqual([]);
  });

  test('says something', () => {
    expect(faultsOf({ label: '  ' })).toEqual(['label-empty']);
  });

  test.each([
    [0, ['words-out-of-range']],
    [1, []],
    [2_000, []],
    [2_001, ['words-out-of-range']],
    [1.5, ['words-out-of-range']],
  ])('takes a longest answer of %d words or refuses it', (wordsMax, faults) => {
    expect(faultsOf({ wordsMax })).toEqual(faults);
  });

  test('counts no words where none are written', () => {
    for (const kind of ['number', 'date', 'money-table', 'links'] as const) {
      expect(faultsOf({ kind, wordsMax: 0 })).toEqual([]);
    }
    expect(faultsOf({ kind: 'line', wordsMax: 0 })).toEqual(['words-out-of-range']);
  });

  test.each([
    [null, []],
    [0, ['minutes-out-of-range']],
    [1, []],
    [240, []],
    [241, ['minutes-out-of-range']],
  ])('takes an estimate of %s minutes or refuses it', (minutes, faults) => {
    expect(faultsOf({ minutes })).toEqual(faults);
  });

  test('offers two to twenty different options, when it offers a choice', () => {
    const many = Array.from({ length: 21 }, (_, place) => `Option ${place}`);
    expect(faultsOf({ kind: 'choice', options: ['Yes'] })).toEqual(['options-too-few']);
    expect(faultsOf({ kind: 'choice', options: ['Yes', 'No'] })).toEqual([]);
    expect(faultsOf({ kind: 'choices', options: many.slice(1) })).toEqual([]);
    expect(faultsOf({ kind: 'choices', options: many })).toEqual(['options-too-many']);
    expect(faultsOf({ kind: 'choice', options: ['Yes', 'Yes'] })).toEqual(['options-alike']);
    expect(faultsOf({ kind: 'choice', options: ['Yes', 'n'.repeat(200)] })).toEqual([]);
    expect(faultsOf({ kind: 'choice', options: ['Yes', 'n'.repeat(201)] })).toEqual(['option-too-long']);
  });

  test('that asks for a recording takes a voice or a video', () => {
    expect(faultsOf({ kind: 'recording' })).toEqual(['recording-without-way']);
    expect(faultsOf({ kind: 'recording', byVoice: true })).toEqual([]);
    expect(faultsOf({ kind: 'recording', byVideo: true })).toEqual([]);
  });
});

describe('changing the kind of a question', () => {
  test('takes away what the new kind has no use for', () => {
    const was = { ...good, byVideo: true, byVoice: true, options: ['Gas', 'Electric'] };
    expect(tidied({ ...was, kind: 'choice' })).toMatchObject({
      wordsMax: 0,
      byVideo: false,
      byVoice: false,
      options: was.options,
    });
    expect(tidied({ ...was, kind: 'text' })).toMatchObject({
      wordsMax: 100,
      byVideo: true,
      options: [],
    });
    expect(tidied({ ...was, kind: 'recording' })).toMatchObject({
      wordsMax: 0,
      byVideo: true,
      byVoice: true,
      options: [],
    });
    expect(tidied({ ...was, kind: 'number' })).toMatchObject({ wordsMax: 0, byVideo: false, options: [] });
  });
});
