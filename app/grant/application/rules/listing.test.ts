import { describe, expect, it } from 'vitest';
import { isFiltered, NO_FILTER, onlyFacet, readCursor, searchExpression } from './listing.ts';

describe('searching the list', () => {
  it('looks for every word from its beginning, and knows no operators', () => {
    expect(searchExpression('kitch gard')).toBe('"kitch"* "gard"*');
    expect(searchExpression('title:a OR "b" NEAR(c) -d*')).toBe('"title"* "a"* "OR"* "b"* "NEAR"* "c"* "d"*');
  });

  it('splits a reference where it is written apart', () => {
    expect(searchExpression('SI-7K3D2M')).toBe('"SI"* "7K3D2M"*');
  });

  it('keeps the marks of Arabic and Tamil with their letters', () => {
    expect(searchExpression('مُحَمَّد')).toBe('"مُحَمَّد"*');
    expect(searchExpression('தமிழ்')).toBe('"தமிழ்"*');
  });

  it('looks for nothing where there is no letter and no digit', () => {
    for (const typed of ['', '  ', '🙂', '"', "';--", '\u0301']) expect(searchExpression(typed)).toBeNull();
  });

  it('looks for eight words at most', () => {
    expect(searchExpression('a b c d e f g h i j')?.split(' ')).toHaveLength(8);
  });
});

describe('the row a page begins at', () => {
  it('is after one, before one, or none', () => {
    expect(readCursor({ after: '12', before: null })).toEqual({ toward: 'after', place: 12 });
    expect(readCursor({ after: null, before: '12' })).toEqual({ toward: 'before', place: 12 });
    expect(readCursor({ after: null, before: null })).toBeNull();
  });

  it.each(['', '0', '-1', '1.5', '1e3', 'abc', '٣', '1'.repeat(16), "1' or 1=1"])('is malformed as %j', (after) => {
    expect(readCursor({ after, before: null })).toBe('malformed');
  });

  it('is never both', () => {
    expect(readCursor({ after: '1', before: '2' })).toBe('malformed');
  });
});

describe('a filter', () => {
  it('that asks for one thing that is counted ahead, is that facet', () => {
    expect(onlyFacet({ ...NO_FILTER, city: 'Hull' })).toEqual({ facet: 'city', value: 'Hull' });
    expect(onlyFacet({ ...NO_FILTER, hasRecording: false })).toEqual({ facet: 'recording', value: '0' });
  });

  it('that asks for more, or for a range, has to be counted', () => {
    expect(onlyFacet({ ...NO_FILTER, city: 'Hull', theme: 'Health' })).toBeNull();
    expect(onlyFacet({ ...NO_FILTER, amountFrom: 1 })).toBeNull();
    expect(onlyFacet(NO_FILTER)).toBeNull();
    expect(isFiltered(NO_FILTER)).toBe(false);
    expect(isFiltered({ ...NO_FILTER, hasRecording: false })).toBe(true);
  });
});
