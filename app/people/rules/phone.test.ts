import { describe, expect, it } from 'vitest';
import { maskedPhone, readPhone } from './phone.ts';

describe('reading a telephone number', () => {
  it.each([
    ['07700 900123', '+447700900123'],
    ['+44 7700 900123', '+447700900123'],
    ['0044 (0)7700-900.123', '+447700900123'],
    ['(024) 7600 0000', '+442476000000'],
    [' +49 151 23456789 ', '+4915123456789'],
    ['+1234567', '+1234567'],
    ['٠٧٧٠٠ ٩٠٠١٢٣', '+447700900123'],
    ['+123456789012345', '+123456789012345'],
  ])('takes %s as %s', (typed, number) => {
    expect(readPhone(typed)).toEqual({ ok: true, value: number });
  });

  it.each([
    '',
    '7700 900123',
    '+44',
    '+123456',
    '+1234567890123456',
    '07700 9OO123',
    '+0447700900123',
    'amina@people.example',
  ])('does not take "%s"', (typed) => {
    expect(readPhone(typed)).toEqual({ ok: false, reason: 'not-a-number' });
  });

  it('shows enough of it to know it again', () => {
    expect(maskedPhone('+447700900123')).toBe('+44 ••• 123');
  });
});
