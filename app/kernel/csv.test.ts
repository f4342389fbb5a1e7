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
    for (const start of ['\n', '\n=', ' =', '＝', '＋', '－', '＠']) expect(cell(`${start}1+1`)).toMatch(/^"?\s*'/);
    expect(cell('1-1')).toBe('1-1');
  });
  it('defuses what would be run where a semicolon or a tab ends a cell', () => {
    expect(cell('a;=HYPERLINK("x")')).toBe('"a;\'=HYPERLINK(""x"")"');
    expect(cell('a; @SUM(1)')).toBe('"a; \'@SUM(1)"');
    expect(cell('a\t=1')).toBe('"a\t\'=1"');
    expect(cell('a\n-1')).toBe('"a\n\'-1"');
    expect(cell('rice; pots')).toBe('"rice; pots"');
  });
  it('leaves numbers below nothing as numbers', () => {
    expect(['-1', '-12.50', '0'].map(cell)).toEqual(['-1', '-12.50', '0']);
    for (const text of ['--1', '-1e5', '-.5', '- 1', '-1\n']) expect(cell(text), text).toMatch(/^"?'/);
  });
  it('quotes commas, quotes and line breaks', () => {
    expect(cell('a,b')).toBe('"a,b"');
    expect(cell('say "hi"')).toBe('"say ""hi"""');
    expect(cell('a\nb')).toBe('"a\nb"');
  });
});
