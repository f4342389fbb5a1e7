import { describe, expect, it } from 'vitest';
import { say } from './say.ts';

describe('saying a sentence', () => {
  it('fills in a value', () => {
    expect(say('en', 'Saved {time}', { time: '10:42' })).toBe('Saved 10:42');
  });
  it('chooses the plural of the language', () => {
    expect(say('en', '{count, plural, one {# word} other {# words}}', { count: 1 })).toBe('1 word');
    expect(say('en', '{count, plural, one {# word} other {# words}}', { count: 2 })).toBe('2 words');
    expect(say('pl', '{count, plural, one {# słowo} few {# słowa} many {# słów} other {# słowa}}', { count: 5 })).toBe(
      '5 słów',
    );
  });
  it('leaves angle brackets alone, so that nothing becomes a tag', () => {
    expect(say('en', '{name} wrote', { name: '<b>Amina</b>' })).toBe('<b>Amina</b> wrote');
  });
  it('does not compile with a value missing, misnamed or too many', () => {
    // @ts-expect-error the sentence asks for a time
    expect(() => say('en', 'Saved {time}')).toThrow();
    // @ts-expect-error the sentence asks for a time, not for a date
    expect(() => say('en', 'Saved {time}', { date: 'x' })).toThrow();
    // @ts-expect-error the sentence asks for nothing
    expect(say('en', 'Saved', { time: 'x' })).toBe('Saved');
  });
});
