import { describe, expect, it } from 'vitest';
import { ANSWER_CHARACTERS_MAX, answerTextIn } from './forms.ts';

describe('putting an answer together from its fields', () => {
  it('keeps words as they were typed, with the line ends of one kind', () => {
    expect(answerTextIn('text', { text: [' Tea\r\nand bread '] })).toBe(' Tea\nand bread ');
    expect(answerTextIn('number', { text: ['about 12'] })).toBe('about 12');
    expect(answerTextIn('text', {})).toBe('');
  });

  it('puts every tick on a line of its own, and takes one of a choice', () => {
    expect(answerTextIn('choices', { text: ['A hall', 'A kitchen'] })).toBe('A hall\nA kitchen');
    expect(answerTextIn('choices', {})).toBe('');
    expect(answerTextIn('choice', { text: ['A hall'] })).toBe('A hall');
  });

  it('takes every line of costs, also those below an empty one', () => {
    const typed = { 'item-0': ['Glue'], 'amount-0': ['3'], 'item-29': ['Tea'], 'amount-29': [''] };
    expect(answerTextIn('money-table', typed)).toBe('Glue\t3\nTea\t');
  });

  it('refuses only what is too long to be an answer', () => {
    expect(answerTextIn('text', { text: ['a'.repeat(ANSWER_CHARACTERS_MAX)] })).toHaveLength(ANSWER_CHARACTERS_MAX);
    expect(answerTextIn('text', { text: ['a'.repeat(ANSWER_CHARACTERS_MAX + 1)] })).toBeNull();
  });
});
