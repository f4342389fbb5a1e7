import { describe, expect, it } from 'vitest';
import { STRANDS } from './draft.ts';
import { SUGGESTED_TERMS } from './suggested-terms.ts';
import { areTermsApart, isSameTerm, TERMS_MAX, termFaults } from './terms.ts';

describe('explaining a word', () => {
  it('needs the word and its meaning', () => {
    expect(termFaults({ term: 'group', meaning: 'People who do something together.' })).toEqual([]);
    expect(termFaults({ term: ' ', meaning: '\n' })).toEqual([
      { field: 'term', fault: 'term-empty' },
      { field: 'meaning', fault: 'meaning-empty' },
    ]);
  });

  it('happens once, whatever the capitals, spaces and accents are made of', () => {
    expect(isSameTerm({ term: 'Social  Enterprise ' }, { term: 'social enterprise' })).toBe(true);
    expect(isSameTerm({ term: 'cafe\u0301' }, { term: 'caf\u00e9' })).toBe(true);
    expect(isSameTerm({ term: 'group' }, { term: 'groups' })).toBe(false);
    const meaning = 'Some meaning.';
    expect(areTermsApart([])).toBe(true);
    expect(areTermsApart(['group', 'Migrant'].map((term) => ({ term, meaning })))).toBe(true);
    expect(areTermsApart(['group', 'Group'].map((term) => ({ term, meaning })))).toBe(false);
  });
});

describe('the words that are suggested', () => {
  it.each(STRANDS)('are three for %s, sound and apart', (strand) => {
    const terms = SUGGESTED_TERMS[strand];
    expect(terms).toHaveLength(3);
    expect(terms.length).toBeLessThanOrEqual(TERMS_MAX);
    expect(terms.flatMap(termFaults)).toEqual([]);
    expect(areTermsApart(terms)).toBe(true);
  });
});
