import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv.ts';

const cell = (text: string) => writeCsv([[text]]).replace(/\r\n$/, '');

describe('writing a table for a spreadsheet', () => {
  it('ends every row, the last one too', () => {
    expect(
      writeCsv([
        ['a', 'b'],
        ['1', ''],
      ]),
    ).toBe('a,b\r\n1,\r\n');
  });
  it('defuses what a spreadsheet would run', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r']) expect(cell(`${start}1+1`).replace(/^"/, '')).toMatch(/^'/);
    expect(cell('1-1')).toBe('1-1');
  });
  it('quotes commas, quotes and line breaks', () => {
    expect(cell('a,b')).toBe('"a,b"');
    expect(cell('say "hi"')).toBe('"say ""hi"""');
    expect(cell('a\nb')).toBe('"a\nb"');
  });
});
