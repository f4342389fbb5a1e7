import { describe, expect, test } from 'vitest';
import { askedQuestions, brokenConditions, isConditionSound } from './conditions.ts';

const premises = {
  id: 'premises',
  kind: 'choice',
  options: ['A hall', 'A kitchen', 'No place yet'],
  onlyIf: null,
} as const;
const kitchen = {
  id: 'kitchen',
  kind: 'choices',
  options: ['Gas', 'Electric'],
  onlyIf: { questionId: 'premises', anyOf: ['A kitchen'] },
} as const;
const gas = { id: 'gas', kind: 'text', options: [], onlyIf: { questionId: 'kitchen', anyOf: ['Gas'] } } as const;
const last = { id: 'last', kind: 'text', options: [], onlyIf: null } as const;
const all = [premises, kitchen, gas, last];

const having = (answers: Record<string, string[]>) => (questionId: string) => answers[questionId] ?? [];
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('asking only what concerns a group', () => {
  test('asks what has no condition of everybody', () => {
    expect(ids(askedQuestions(all, having({})))).toEqual(['premises', 'last']);
  });

  test('asks more when an option was chosen, and not for another option', () => {
    expect(ids(askedQuestions(all, having({ premises: ['A kitchen'] })))).toEqual(['premises', 'kitchen', 'last']);
    expect(ids(askedQuestions(all, having({ premises: ['A hall'] })))).toEqual(['premises', 'last']);
  });

  test('does not ask what hangs on an answer to a question that is no longer asked', () => {
    const changedHerMind = having({ premises: ['A hall'], kitchen: ['Gas'] });
    expect(ids(askedQuestions(all, changedHerMind))).toEqual(['premises', 'last']);
    const both = having({ premises: ['A kitchen'], kitchen: ['Electric', 'Gas'] });
    expect(ids(askedQuestions(all, both))).toEqual(['premises', 'kitchen', 'gas', 'last']);
  });
});

describe('conditions that can hold', () => {
  test('name an earlier question of choices, and options of it', () => {
    expect(brokenConditions(all)).toEqual([]);
    expect(isConditionSound({ questionId: 'premises', anyOf: ['A hall', 'A kitchen'] }, [premises])).toBe(true);
  });

  test('break when the question comes later, is gone, offers no choice, or lost the option', () => {
    expect(ids(brokenConditions([kitchen, premises, gas]))).toEqual(['kitchen']);
    expect(ids(brokenConditions([kitchen, gas]))).toEqual(['kitchen']);
    expect(isConditionSound({ questionId: 'last', anyOf: ['x'] }, [last])).toBe(false);
    expect(isConditionSound({ questionId: 'premises', anyOf: ['A tent'] }, [premises])).toBe(false);
    expect(isConditionSound({ questionId: 'premises', anyOf: [] }, [premises])).toBe(false);
  });
});
