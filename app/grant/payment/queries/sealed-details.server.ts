import type { Context } from '#app/platform/context.server.ts';
import type { BankAccount, PayeeDetails } from '../rules/bank-account.ts';

const PAYEE = 'payee-details';
const PAYER = 'payer-account';

/** Bank details are sealed wherever they rest; the purpose keeps one column's value from being read as another's. */
export function sealPayee(context: Context, details: PayeeDetails): string {
  return context.secrets.seal(JSON.stringify(details), PAYEE);
}

/** The details of a payee in the clear; whoever asks shows them masked or writes them into a bank file. */
export function openPayee(context: Pick<Context, 'secrets'>, sealed: string): PayeeDetails {
  return JSON.parse(context.secrets.open(sealed, PAYEE)) as PayeeDetails;
}

/** The partner's own account, sealed for the books. */
export function sealPayer(context: Context, account: BankAccount): string {
  return context.secrets.seal(JSON.stringify(account), PAYER);
}

/** The partner's own account in the clear, for the head of a bank file. */
export function openPayer(context: Pick<Context, 'secrets'>, sealed: string): BankAccount {
  return JSON.parse(context.secrets.open(sealed, PAYER)) as BankAccount;
}
