import { describe, expect, it } from 'vitest';
import { cutPage, pageOfAll, readPageFrom } from './paging.ts';

describe('a page of what was read by key', () => {
  it('has no page beyond it where no row more was found', () => {
    expect(cutPage([1, 2], 2, null)).toEqual({ rows: [1, 2], before: null, after: null });
    expect(cutPage([1, 2, 3], 2, null)).toEqual({ rows: [1, 2], before: null, after: 2 });
  });

  it('leads back to where it came from, and on while there is more', () => {
    expect(cutPage([3, 4, 5], 2, 'after')).toEqual({ rows: [3, 4], before: 3, after: 4 });
    expect(cutPage([5], 2, 'after')).toEqual({ rows: [5], before: 5, after: null });
  });

  it('is turned round again when it was read backwards', () => {
    expect(cutPage([4, 3, 2], 2, 'before')).toEqual({ rows: [3, 4], before: 3, after: 4 });
    expect(cutPage([2, 1], 2, 'before')).toEqual({ rows: [1, 2], before: null, after: 2 });
  });

  it('leads nowhere when nothing is there', () => {
    for (const toward of ['after', 'before', null] as const) {
      expect(cutPage([], 2, toward)).toEqual({ rows: [], before: null, after: null });
    }
  });
});

describe('the row a page begins at', () => {
  const read = (query: string) => readPageFrom(new URLSearchParams(query));

  it('is after one, before one, or none', () => {
    expect(read('after=7K3')).toEqual({ toward: 'after', id: '7K3' });
    expect(read('before=7K3')).toEqual({ toward: 'before', id: '7K3' });
    expect(read('')).toBeNull();
  });

  it('is never both', () => {
    expect(read('after=1&before=2')).toBeNull();
  });
});

describe('a page of a list in memory', () => {
  const page = (from: Parameters<typeof pageOfAll>[2]) => pageOfAll(['a', 'b', 'c', 'd', 'e'], (row) => row, from, 2);

  it('goes on after a row, and back before one, with its neighbours at the edges', () => {
    expect(page(null)).toEqual({ rows: ['a', 'b'], before: null, after: 'b' });
    expect(page({ toward: 'after', id: 'b' })).toEqual({ rows: ['c', 'd'], before: 'c', after: 'd' });
    expect(page({ toward: 'after', id: 'd' })).toEqual({ rows: ['e'], before: 'e', after: null });
    expect(page({ toward: 'before', id: 'e' })).toEqual({ rows: ['c', 'd'], before: 'c', after: 'd' });
    expect(page({ toward: 'before', id: 'c' })).toEqual({ rows: ['a', 'b'], before: null, after: 'b' });
  });

  it('begins at the beginning where the row is gone', () => {
    expect(page({ toward: 'after', id: 'gone' })).toEqual(page(null));
    expect(page({ toward: 'before', id: 'gone' })).toEqual(page(null));
  });
});
