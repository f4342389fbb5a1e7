import { describe, expect, it } from 'vitest';
import { criterionFaults, isAnchored, weightSum } from './criteria.ts';
import { STRANDS } from './draft.ts';
import { WORDS_ALTOGETHER_MAX } from './publishing.ts';
import { questionFaults } from './questions.ts';
import { TEMPLATE_TEXTS } from './template-texts.ts';
import { TEMPLATES } from './templates.ts';

describe.each(STRANDS)('the template for %s', (strand) => {
  const { questions, criteria } = TEMPLATES[strand];
  it('could be published as it is', () => {
    expect(questions.flatMap(questionFaults)).toEqual([]);
    expect(criteria.flatMap(criterionFaults)).toEqual([]);
    expect(criteria.every(isAnchored)).toBe(true);
    expect(weightSum(criteria)).toBe(100);
    expect(Object.values(TEMPLATE_TEXTS[strand]).every((text) => text.length > 0)).toBe(true);
  });
  it('asks less than three pages, and lets somebody answer most of it on video', () => {
    expect(questions.reduce((sum, question) => sum + question.wordsMax, 0)).toBeLessThanOrEqual(WORDS_ALTOGETHER_MAX);
    expect(questions.filter((question) => question.byVideo).length).toBeGreaterThan(questions.length / 2);
  });
});
