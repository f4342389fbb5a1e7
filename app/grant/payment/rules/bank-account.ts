/** A UK bank account as a person knows it. */
export type BankAccount = {
  /** Exactly as on the bank statement. */
  readonly name: string;
  /** Six digits. */
  readonly sortCode: string;
  /** Eight digits. */
  readonly accountNumber: string;
};

/** What people put between digits: spaces, hyphens of any kind, full stops. */
const BETWEEN_DIGITS = /[\s.\-\u2010-\u2015]/g;

/** @returns six digits, or null when it is no sort code */
export function parseSortCode(typed: string): string | null {
  const digits = typed.replace(BETWEEN_DIGITS, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/**
 * Reads an account number. Six and seven digits are old numbers and get zeros in front.
 * Nine and ten need rules of their own at each bank: the person must ask the bank for the eight.
 *
 * @returns eight digits, or null
 */
export function parseAccountNumber(typed: string): string | null {
  const digits = typed.replace(BETWEEN_DIGITS, '');
  return /^\d{6,8}$/.test(digits) ? digits.padStart(8, '0') : null;
}

/** "•• •• 12": enough to recognise an own account by, too little to use it. */
export function maskAccount(ending: string): string {
  return `•• •• ${ending}`;
}

/** As printed on cards: 12-34-56. */
export function writeSortCode(sortCode: string): string {
  return sortCode.replace(/^(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3');
}

/** The last two digits. */
export function accountEnding(accountNumber: string): string {
  return accountNumber.slice(-2);
}
