import { expect, it } from 'vitest';
import { plainDigits } from './digits.ts';

it.each([
  ['١٬٥٠٠٫٥', '1,500.5'],
  ['١،٥٠٠', '1,500'],
  ['۲۵۰۰', '2500'],
  ['২৫০০', '2500'],
  ['੨੫੦੦', '2500'],
  ['૨૫૦૦', '2500'],
  ['２５００', '2500'],
  ['£2,500.50', '£2,500.50'],
  ['سيارة، دراجة', 'سيارة، دراجة'],
])('Reads "%s" as "%s"', (typed, plain) => {
  expect(plainDigits(typed)).toBe(plain);
});
