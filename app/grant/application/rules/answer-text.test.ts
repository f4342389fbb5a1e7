import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerFault, costsIn, costsText, costsTotal, linesIn, numberIn } from './answer-text.ts';

const faultOf = (kind: Parameters<typeof answerFault>[0]['kind'], text: string, options: string[] = []) =>
  answerFault({ kind, options }, text, 'GBP');

describe('reading an answer as its question asks for it', () => {
  test('finds nothing wrong with an empty one, nor with any words', () => {
    for (const kind of ['text', 'line', 'choice', 'choices', 'number', 'date', 'money-table', 'links'] as const) {
      expect(faultOf(kind, ' \n ')).toBeNull();
    }
    expect(faultOf('text', '= 1 + 1, or \u202eso')).toBeNull();
  });

  test.each([
    ['12', 12],
    ['1,200', 1_200],
    ['1 200 000', 1_200_000],
    ['-3.5', -3.5],
    ['١٬٢٠٠٫٥', 1_200.5],
    ['1,20', null],
    ['12,0000', null],
    ['about 12', null],
    ['1e9', null],
    ['', null],
  ])('reads the number %o as %o', (typed, number) => {
    expect(numberIn(typed)).toBe(number);
    expect(faultOf('number', typed)).toBe(typed === '' || number !== null ? null : 'not-a-number');
  });

  test.each([
    ['2026-02-28', null],
    ['2028-02-29', null],
    ['2026-02-29', 'not-a-date'],
    ['2026-13-01', 'not-a-date'],
    ['1 March', 'not-a-date'],
  ])('reads the day %o', (typed, fault) => {
    expect(faultOf('date', typed)).toBe(fault);
  });

  test('takes one or several of the options on offer, and no other', () => {
    const options = ['A hall', 'A kitchen'];
    expect(faultOf('choice', 'A hall', options)).toBeNull();
    expect(faultOf('choice', 'A hall\nA kitchen', options)).toBe('one-option-only');
    expect(faultOf('choices', 'A hall\nA kitchen', options)).toBeNull();
    expect(faultOf('choices', 'A hall\nA tent', options)).toBe('not-an-option');
  });

  test('takes links that open as pages', () => {
    expect(faultOf('links', 'https://example.org/a\n\nhttp://example.org')).toBeNull();
    expect(faultOf('links', 'https://example.org and more')).toBe('not-a-link');
    expect(faultOf('links', 'example.org')).toBe('not-a-link');
    expect(faultOf('links', 'javascript:alert(1)')).toBe('not-a-link');
    expect(faultOf('links', 'data:text/html,hello')).toBe('not-a-link');
  });
});

describe('a list of costs', () => {
  test('adds up what can be read', () => {
    const costs = costsIn('Rice and beans\t£120.50\nRoom hire\t1,000\nPots\tsome');
    expect(costs).toEqual([
      { item: 'Rice and beans', amount: '£120.50' },
      { item: 'Room hire', amount: '1,000' },
      { item: 'Pots', amount: 'some' },
    ]);
    expect(costsTotal(costs, 'GBP')).toBe(112_050);
  });

  test('names what is missing in a row', () => {
    expect(faultOf('money-table', 'Rice\t12')).toBeNull();
    expect(faultOf('money-table', '\t12')).toBe('cost-without-name');
    expect(faultOf('money-table', 'Rice\t')).toBe('cost-without-amount');
    expect(faultOf('money-table', 'Rice')).toBe('cost-without-amount');
    expect(faultOf('money-table', 'Rice\t12.345')).toBe('cost-without-amount');
    expect(faultOf('money-table', Array(30).fill('Rice\t1').join('\n'))).toBeNull();
    expect(faultOf('money-table', Array(31).fill('Rice\t1').join('\n'))).toBe('costs-over-most');
  });

  test('keeps every word that was typed in it, however odd', () => {
    const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
    const row = fc.record({ item: fc.string({ unit: 'grapheme' }), amount: fc.string({ unit: 'grapheme' }) });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const kept = rows
          .map(({ item, amount }) => ({ item: tidy(item), amount: tidy(amount) }))
          .filter(({ item, amount }) => item !== '' || amount !== '');
        expect(costsIn(costsText(rows))).toEqual(kept);
      }),
    );
  });
});

describe('lines', () => {
  test('are trimmed, and blank ones say nothing', () => {
    expect(linesIn(' one \n\n two\n')).toEqual(['one', 'two']);
    expect(linesIn('')).toEqual([]);
  });
});
