import type { Context } from '#app/platform/context.server.ts';
import type { BankAccount } from '../rules/bank-account.ts';
import type { PayeeDetails } from '../rules/payee.ts';

const PAYEE = 'payee-details';
const PAYER = 'payer-account';

/** Bank details are sealed wherever they rest; the purpose keeps one column's value from being read as another's. */
export function sealPayee(context: Context, details: PayeeDetails): string {
  return context.secrets.seal(JSON.stringify(details), PAYEE);
}

/** The details of a payee in the clear; whoever asks shows them masked or writes them into a bank file. */
export function openPayee(context: Pick<Context, 'secrets'>, sealed: string): PayeeDetails {
  const details: PayeeDetails = JSON.parse(context.secrets.open(sealed, PAYEE));
  // What was sealed before anybody was asked whose account it is says nothing about it.
  return details.kind === 'bank' ? { ...details, holder: details.holder ?? null } : details;
}

/** The partner's own account, sealed for the books. */
export function sealPayer(context: Context, account: BankAccount): string {
  return context.secrets.seal(JSON.stringify(account), PAYER);
}

/** The partner's own account in the clear, for the head of a bank file. */
export function openPayer(context: Pick<Context, 'secrets'>, sealed: string): BankAccount {
  return JSON.parse(context.secrets.open(sealed, PAYER)) as BankAccount;
}
