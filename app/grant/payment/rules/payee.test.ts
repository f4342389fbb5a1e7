import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSamePayee, PAYEE_HOLDERS, type PayeeDetails } from './payee.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const account: fc.Arbitrary<PayeeDetails> = fc.record({
  kind: fc.constant('bank' as const),
  holder: fc.constantFrom(null, ...PAYEE_HOLDERS),
  name: fc.string({ minLength: 1 }),
  sortCode: digits(6),
  accountNumber: digits(8),
});
const anotherWay: fc.Arbitrary<PayeeDetails> = fc.record({
  kind: fc.constant('other' as const),
  description: fc.string(),
});
const details = fc.oneof(account, anotherWay);

describe('the same payee', () => {
  it('is one that agrees in everything, whichever is looked at first', () => {
    fc.assert(
      fc.property(details, details, (one, other) => {
        expect(isSamePayee(one, structuredClone(one))).toBe(true);
        expect(isSamePayee(one, other)).toBe(isSamePayee(other, one));
      }),
    );
  });

  it('is another one when anything that was typed is another', () => {
    fc.assert(
      fc.property(account, account, (one, other) => {
        const isEqual =
          JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted());
        expect(isSamePayee(one, other)).toBe(isEqual);
        for (const [name, value] of Object.entries(other)) {
          const mixed = { ...one, [name]: value } as PayeeDetails;
          expect(isSamePayee(one, mixed)).toBe(one[name as 'kind'] === value);
        }
      }),
    );
  });
});
