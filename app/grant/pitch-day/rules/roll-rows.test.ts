import { describe, expect, it } from 'vitest';
import { readRoll } from './roll-rows.ts';

describe('reading a pasted list of voters', () => {
  it('takes an address alone, with a name, and with a language, in any order and with any separator', () => {
    const text = [
      'E-mail, Name',
      'amina@example.org',
      '"Bilal, the younger";bilal@example.org\tAR',
      '',
      'Chen Wu <chen@example.co.uk>',
      ' dara@example.org , Dara "Dee" O ,en',
    ].join('\r\n');
    expect(readRoll(text)).toEqual({
      faults: [],
      rows: [
        { row: 2, address: 'amina@example.org', name: '', language: null },
        { row: 3, address: 'bilal@example.org', name: 'Bilal, the younger', language: 'ar' },
        { row: 5, address: 'chen@example.co.uk', name: 'Chen Wu', language: null },
        { row: 6, address: 'dara@example.org', name: 'Dara Dee O', language: 'en' },
      ],
    });
  });

  it('names each row that it cannot take, and why', () => {
    const text = [
      'amina@example.org',
      'Bilal',
      'chen@example',
      'chen@example.org dara@example.org',
      'dara@example.org, other@example.org',
      'AMINA@example.org, Amina again',
      `farah@example.org, ${'x'.repeat(121)}`,
      `${'x'.repeat(250)}@example.org`,
    ].join('\n');
    expect(readRoll(text).faults).toEqual([
      { row: 2, fault: 'no-address' },
      { row: 3, fault: 'not-an-address' },
      { row: 4, fault: 'not-an-address' },
      { row: 5, fault: 'two-addresses' },
      { row: 6, fault: 'twice', firstRow: 1 },
      { row: 7, fault: 'name-too-long' },
      { row: 8, fault: 'not-an-address' },
    ]);
    expect(readRoll(text).rows.map(({ row }) => row)).toEqual([1]);
  });

  it('takes a first line for a head only where it speaks of mail', () => {
    expect(readRoll('Name,Email\namina@example.org').faults).toEqual([]);
    expect(readRoll('Amina\namina@example.org').faults).toEqual([{ row: 1, fault: 'no-address' }]);
    expect(readRoll('')).toEqual({ rows: [], faults: [] });
  });

  it('does not take longer where a line is full of quotes', () => {
    const started = performance.now();
    readRoll('"'.repeat(100_000));
    readRoll(`${'"a'.repeat(50_000)}<`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
