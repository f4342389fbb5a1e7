import { describe, expect, it } from 'vitest';
import { decideCarry, mapAnswers } from './carrying.ts';

const window = { opensAt: 1_000, closesAt: 2_000 };
const question = (id: string, label: string, more: Partial<{ kind: 'text' | 'choice'; options: string[] }> = {}) => ({
  id,
  label,
  kind: more.kind ?? 'text',
  options: more.options ?? [],
});

describe('carrying an application over', () => {
  it('is possible once its call is closed, and at once when it was taken back', () => {
    const found = { state: 'draft', settledAt: null } as const;
    expect(decideCarry(found, window, 1_999)).toEqual({ ok: false, reason: 'still-open' });
    expect(decideCarry(found, window, 2_000).ok).toBe(true);
    expect(decideCarry({ ...found, state: 'withdrawn' }, window, 1_500).ok).toBe(true);
    expect(decideCarry({ state: 'submitted', settledAt: null }, window, 2_000).ok).toBe(true);
    expect(decideCarry({ state: 'submitted', settledAt: 1 }, window, 2_000)).toEqual({ ok: false, reason: 'settled' });
  });
});

describe('laying earlier answers to new questions', () => {
  it('finds the same question in the same kind, whatever its capitals and stops', () => {
    const earlier = [{ ...question('a', 'What will you do?'), text: 'Cook' }];
    const asked = [question('z', 'Who are you?'), question('y', 'what will  you do')];
    expect(mapAnswers(earlier, asked, true)).toEqual({
      answers: [{ questionId: 'y', fromId: 'a', text: 'Cook' }],
      leftOver: [],
    });
  });
  it('leaves over what nobody asks any more, word for word', () => {
    const earlier = [
      { ...question('a', 'What will you do?'), text: '  نطبخ\nمعا ' },
      { ...question('b', 'Anything else?'), text: ' ' },
    ];
    expect(
      mapAnswers(earlier, [question('y', 'What will you do?', { kind: 'choice', options: ['Cook'] })], true),
    ).toEqual({
      answers: [],
      leftOver: [{ fromId: 'a', label: 'What will you do?', text: '  نطبخ\nمعا ' }],
    });
  });
  it('takes a choice along only where all of it can be chosen', () => {
    const where = (options: string[]) => question('y', 'Where?', { kind: 'choice', options });
    const earlier = [{ ...where(['Hall', 'Park']), id: 'a', text: 'Park' }];
    expect(mapAnswers(earlier, [where(['Hall', 'Park'])], true).answers).toHaveLength(1);
    expect(mapAnswers(earlier, [where(['Hall'])], true).leftOver).toHaveLength(1);
  });
  it('gives each question one answer', () => {
    const earlier = ['one', 'two'].map((text, place) => ({ ...question(`${place}`, 'Why?'), text }));
    const { answers, leftOver } = mapAnswers(earlier, [question('y', 'Why?')], true);
    expect([answers.map(({ text }) => text), leftOver.map(({ text }) => text)]).toEqual([['one'], ['two']]);
  });
});
