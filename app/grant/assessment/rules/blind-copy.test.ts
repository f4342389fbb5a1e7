import { describe, expect, it } from 'vitest';
import { onlyTakesOut } from './blind-copy.ts';

const takesOut = (before: string, after: string) => onlyTakesOut({ before, after }, '[name]');

describe('rewriting what is read without names, once somebody scores it', () => {
  it('may put a mask where a name was missed, at either end and in the middle', () => {
    expect(takesOut('Amina cooks.', '[name] cooks.')).toBe(true);
    expect(takesOut('We cook with Amina', 'We cook with [name]')).toBe(true);
    expect(takesOut('At the hall of Amina we cook with Bo.', 'At the hall of [name] we cook with [name].')).toBe(true);
    expect(takesOut('[name] cooks with Bo.', '[name] cooks with [name].')).toBe(true);
    expect(takesOut('Amina', '[name]')).toBe(true);
  });

  it('may leave it as it was, whatever its lines', () => {
    expect(takesOut('We cook.\nWe eat.', 'We cook. We eat.')).toBe(true);
  });

  it('adds no word, changes none, and takes none out without saying so', () => {
    expect(takesOut('We cook.', 'We cook well.')).toBe(false);
    expect(takesOut('Amina cooks.', '[name] cooks well.')).toBe(false);
    expect(takesOut('Amina cooks.', 'She cooks.')).toBe(false);
    expect(takesOut('We do not cook.', 'We do cook.')).toBe(false);
    expect(takesOut('Amina cooks.', '')).toBe(false);
  });

  it('turns nothing round, and uses no word twice', () => {
    expect(takesOut('Bo eats, Amina cooks.', '[name] cooks, [name] eats.')).toBe(false);
    expect(takesOut('Amina cooks.', 'Amina cooks.[name]cooks.')).toBe(false);
    expect(takesOut('Amina', 'Amina[name]')).toBe(true);
  });

  it('may say for the first time what is said in a recording', () => {
    expect(takesOut('', 'We cook on Fridays.')).toBe(true);
    expect(takesOut('W', 'We cook on Fridays.')).toBe(false);
  });
});
