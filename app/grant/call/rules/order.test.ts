import { describe, expect, it } from 'vitest';
import { moved } from './order.ts';

describe('moving an entry of a list', () => {
  it('changes places with its neighbour', () => {
    expect(moved(['a', 'b', 'c'], 1, 'up')).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 'down')).toEqual(['a', 'c', 'b']);
  });
  it('stays at either end', () => {
    expect(moved(['a', 'b', 'c'], 0, 'up')).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 'down')).toEqual(['a', 'b', 'c']);
  });
});
