import type { BankAccount } from './bank-account.ts';

/**
 * Whose account a group may have its money sent to: its own, another group's, or that of somebody it buys from, who is
 * paid direct. The database knows the same three.
 */
export const PAYEE_HOLDERS = ['own', 'group', 'supplier'] as const;

export type PayeeHolder = (typeof PAYEE_HOLDERS)[number];

/** An account, and whose it is. */
export type AccountPayee = BankAccount & {
  readonly kind: 'bank';
  /** Null for what was typed before anybody was asked. */
  readonly holder: PayeeHolder | null;
};

/** Where an award's money goes: to an account, or in another way that both sides agreed on, paid by hand. */
export type PayeeDetails = AccountPayee | { readonly kind: 'other'; readonly description: string };

/** Whether two sets of details lead to the same place, so that typing them again changes nothing. */
export function isSamePayee(one: PayeeDetails, other: PayeeDetails): boolean {
  if (one.kind === 'other' || other.kind === 'other') {
    return one.kind === 'other' && other.kind === 'other' && one.description === other.description;
  }
  return (
    one.holder === other.holder &&
    one.name === other.name &&
    one.sortCode === other.sortCode &&
    one.accountNumber === other.accountNumber
  );
}
