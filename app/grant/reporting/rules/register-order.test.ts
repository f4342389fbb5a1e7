import { describe, expect, it } from 'vitest';
import { byOpening, byTitle } from './register-order.ts';

describe('the order of the register', () => {
  it('begins with the call that opened last', () => {
    const calls = [
      { title: 'Ideas', opensAt: 1 },
      { title: 'Work', opensAt: 2 },
      { title: 'Art', opensAt: 1 },
    ];
    expect(calls.toSorted(byOpening).map((call) => call.title)).toEqual(['Work', 'Art', 'Ideas']);
  });
  it('lists ideas by title, as a reader looks for them', () => {
    const ideas = [{ title: 'Über tea' }, { title: 'a choir' }, { title: 'Boats' }];
    expect(ideas.toSorted(byTitle).map((idea) => idea.title)).toEqual(['a choir', 'Boats', 'Über tea']);
  });
});
