import { describe, expect, it } from 'vitest';
import { PLAIN_QUESTION } from '../../call/rules/questions.ts';
import { draftFrom } from './draft.ts';

const application = {
  applicantId: 'amina',
  state: 'draft',
  title: '',
  oneLine: '',
  groupName: '',
  moneyHolder: '',
  hostName: '',
  theme: '',
  city: '',
  amountMinor: null,
  language: 'ar',
} as const;
const hall = {
  ...PLAIN_QUESTION,
  id: 'hall',
  kind: 'choice',
  options: ['Yes', 'No'],
  required: true,
  wordsMax: 0,
} as const;
const which = {
  ...PLAIN_QUESTION,
  id: 'which',
  kind: 'line',
  required: true,
  wordsMax: 10,
  onlyIf: { questionId: 'hall', anyOf: ['Yes'] },
} as const;
const guests = { ...PLAIN_QUESTION, id: 'guests', kind: 'number', required: false, wordsMax: 0 } as const;

const answersOf = (answers: Record<string, string>) =>
  draftFrom(
    application,
    [hall, which, guests],
    Object.entries(answers).map(([questionId, text]) => ({ questionId, text, words: 1 })),
    [],
    'GBP',
  ).answers;

describe('laying answers beside their questions', () => {
  it('asks what concerns the group, and forgets nothing else', () => {
    expect(answersOf({}).map(({ questionId }) => questionId)).toEqual(['hall', 'guests']);
    expect(answersOf({ hall: 'No', which: 'Kept' }).map(({ questionId }) => questionId)).toEqual(['hall', 'guests']);
    expect(answersOf({ hall: 'Yes', which: 'Kept' })[1]).toMatchObject({ questionId: 'which', words: 1 });
  });

  it('says why an answer cannot be read', () => {
    expect(answersOf({ hall: 'Maybe', guests: 'many' }).map(({ fault }) => fault)).toEqual([
      'not-an-option',
      'not-a-number',
    ]);
    expect(answersOf({ hall: 'No', guests: '12' }).map(({ fault }) => fault)).toEqual([null, null]);
  });
});
