import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { couldBeUkAccount } from '#app/platform/uk-account-check.server.ts';
import { maskAccount, parseAccountNumber, parseSortCode, writeSortCode } from './bank-account.ts';
import { bankName, bankReference } from './bank-text.ts';

describe('reading bank details', () => {
  it('takes a sort code with anything in between, and exactly six digits', () => {
    for (const typed of ['08-99-99', '08 99 99', ' 089999 ', '08–99–99']) expect(parseSortCode(typed)).toBe('089999');
    for (const typed of ['08999', '0899990', '08999a', '']) expect(parseSortCode(typed)).toBeNull();
  });
  it('pads old short account numbers and refuses long ones', () => {
    expect(parseAccountNumber('1234 5678')).toBe('12345678');
    expect(parseAccountNumber('123456')).toBe('00123456');
    expect(parseAccountNumber('12345')).toBeNull();
    expect(parseAccountNumber('123456789')).toBeNull();
  });
  it('shows two digits and no more', () => {
    expect(maskAccount('58')).toBe('•• •• 58');
    expect(writeSortCode('089999')).toBe('08-99-99');
  });
  it('agrees with every published test pair of the banks’ check', () => {
    const rows = readFileSync('test/data/payments/uk-modulus-test-vectors.csv', 'utf8').trim().split('\n').slice(1);
    expect(rows).toHaveLength(34);
    for (const row of rows) {
      const [sortCode = '', accountNumber = '', valid] = row.split(',');
      expect(couldBeUkAccount(sortCode, accountNumber), row).toBe(valid === 'yes');
    }
  });
});

describe('writing for banks', () => {
  it('keeps a reference to 18 signs of the Bacs set', () => {
    expect(bankReference('si-7k3d2m 1')).toBe('SI-7K3D2M 1');
    expect(bankReference('Łódź & Café_№1')).toBe('LODZ & CAFE NO1');
    expect(bankReference('ABCDEFGHIJKLMNOPQRSTUV')).toBe('ABCDEFGHIJKLMNOPQR');
    expect(bankReference('ABCDEFGHIJKLMNOPQ R')).toBe('ABCDEFGHIJKLMNOPQ');
  });
  it('leaves a name readable and writes none for letters it does not know', () => {
    expect(bankName('Đặng Þóra O’Neill')).toBe("Dang THora O'Neill");
    expect(bankName('أمينة')).toBe('');
    expect(bankName('x'.repeat(80))).toHaveLength(70);
  });
});
