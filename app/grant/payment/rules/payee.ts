import type { Minor } from '#app/kernel/money.ts';
import type { BankAccount } from './bank-account.ts';
import { type HostFee, hostKeeps } from './host-fee.ts';

/**
 * Whose account a group may have its money sent to: its own, a fiscal host's, another group's, or that of somebody it
 * buys from, who is paid direct. The database knows the same four.
 */
export const PAYEE_HOLDERS = ['own', 'host', 'group', 'supplier'] as const;

export type PayeeHolder = (typeof PAYEE_HOLDERS)[number];

/** The organisation that holds a group's money, and what both of them were told about it. */
export type HostTerms = {
  readonly name: string;
  /** Where it is asked whether it will. */
  readonly email: string;
  readonly fee: HostFee;
  /** What it keeps of the award, as the group saw it in money and agreed. */
  readonly keepsMinor: Minor;
};

/** An account, and whose it is. */
export type AccountPayee = BankAccount & {
  readonly kind: 'bank';
  /** Null for what was typed before anybody was asked. */
  readonly holder: PayeeHolder | null;
  /** With a fiscal host, and never without one. */
  readonly host?: HostTerms;
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
    one.accountNumber === other.accountNumber &&
    isSameHost(one.host, other.host)
  );
}

function isSameHost(one: HostTerms | undefined, other: HostTerms | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    one.name === other.name &&
    one.email === other.email &&
    one.keepsMinor === other.keepsMinor &&
    one.fee.kind === other.fee.kind &&
    // Fees of one kind that keep the same of any award are the same fee.
    hostKeeps(one.fee, FEE_SCALE) === hostKeeps(other.fee, FEE_SCALE)
  );
}

/** Every hundredth of a percent of it is a whole number. */
const FEE_SCALE = 10_000;
