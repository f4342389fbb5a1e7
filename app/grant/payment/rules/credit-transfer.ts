import type { Instant } from '#app/kernel/instant.ts';
import type { Minor } from '#app/kernel/money.ts';
import type { BankAccount } from './bank-account.ts';
import type { IsoDate } from './working-days.ts';

/** One payment in a bank file. */
export type CreditTransfer = {
  /** Unique for ever: what a bank statement is matched by. 35 characters at most. */
  readonly endToEndId: string;
  readonly amountMinor: Minor;
  readonly payee: BankAccount;
  /** In the Bacs character set. */
  readonly reference: string;
};

/** All that a bank file says, whatever its format. */
export type TransferRun = {
  /** Unique for ever; 35 characters at most. */
  readonly msgId: string;
  readonly madeAt: Instant;
  readonly executionDate: IsoDate;
  readonly payer: BankAccount;
  readonly transfers: readonly CreditTransfer[];
};
