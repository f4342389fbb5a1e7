import { describe, expect, test } from 'vitest';
import { shownAnswer } from './shown-answer.ts';

const shown = (kind: Parameters<typeof shownAnswer>[0]['kind'], text: string, options: string[] = []) =>
  shownAnswer({ kind, options }, text, 'GBP');

describe('showing an answer to those who read it', () => {
  test('shows each kind as what it is', () => {
    expect(shown('text', 'We cook.')).toEqual({ as: 'text', text: 'We cook.' });
    expect(shown('number', '1,200')).toEqual({ as: 'number', value: 1_200 });
    expect(shown('date', '2026-03-02')).toEqual({ as: 'date', at: Date.UTC(2026, 2, 2) });
    expect(shown('choices', 'A\nB', ['A', 'B'])).toEqual({ as: 'options', items: ['A', 'B'] });
    expect(shown('links', 'https://example.org')).toEqual({ as: 'links', items: ['https://example.org'] });
    expect(shown('money-table', 'Rice\t2.50\nOil\t4')).toEqual({
      as: 'costs',
      rows: [
        { item: 'Rice', amountMinor: 250 },
        { item: 'Oil', amountMinor: 400 },
      ],
      totalMinor: 650,
      currency: 'GBP',
    });
  });

  test('shows what cannot be read as it was typed, and never as a link', () => {
    expect(shown('number', 'a dozen')).toEqual({ as: 'text', text: 'a dozen' });
    expect(shown('links', 'javascript:alert(1)')).toEqual({ as: 'text', text: 'javascript:alert(1)' });
    expect(shown('choice', 'C', ['A', 'B'])).toEqual({ as: 'text', text: 'C' });
  });

  test('shows nothing for nothing', () => {
    expect(shown('money-table', '\n')).toEqual({ as: 'nothing' });
    expect(shown('text', '')).toEqual({ as: 'nothing' });
  });
});
