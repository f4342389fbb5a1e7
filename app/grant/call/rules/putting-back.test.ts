import { describe, expect, it } from 'vitest';
import { decidePutBack } from './putting-back.ts';
import { QUESTIONS_MAX } from './questions.ts';

const list = (...ids: readonly string[]) => ids.map((id) => ({ id }));

describe('putting back a question', () => {
  it('gives it the place it had', () => {
    expect(decidePutBack(list('a', 'c'), { question: { id: 'b' }, position: 2 }, 'b')).toEqual({
      ok: true,
      value: list('a', 'b', 'c'),
    });
  });

  it('goes first again, and last again', () => {
    expect(decidePutBack(list('b'), { question: { id: 'a' }, position: 1 }, 'a')).toMatchObject({
      value: list('a', 'b'),
    });
    expect(decidePutBack(list('a'), { question: { id: 'b' }, position: 2 }, 'b')).toMatchObject({
      value: list('a', 'b'),
    });
  });

  it('puts it at the end of a list that has become shorter', () => {
    expect(decidePutBack(list('a'), { question: { id: 'e' }, position: 5 }, 'e')).toMatchObject({
      value: list('a', 'e'),
    });
    expect(decidePutBack([], { question: { id: 'e' }, position: 5 }, 'e')).toMatchObject({ value: list('e') });
  });

  it('puts back only the one that was seen', () => {
    const takenOut = { question: { id: 'b' }, position: 2 };
    expect(decidePutBack(list('a'), takenOut, 'c')).toEqual({ ok: false, reason: 'not-found' });
    expect(decidePutBack(list('a'), null, 'b')).toEqual({ ok: false, reason: 'not-found' });
  });

  it('refuses when the list is full meanwhile, and fills its last place', () => {
    const takenOut = { question: { id: 'back' }, position: 1 };
    const full = list(...Array.from({ length: QUESTIONS_MAX }, (_, place) => `q${place}`));
    expect(decidePutBack(full, takenOut, 'back')).toEqual({ ok: false, reason: 'too-many-questions' });
    expect(decidePutBack(full.slice(1), takenOut, 'back').ok).toBe(true);
  });
});
