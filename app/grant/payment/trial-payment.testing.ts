import type { TranchePlan } from '#app/grant/award/rules/tranche-plan.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Minor } from '#app/kernel/money.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { acceptedRound, type TrialRound } from '#test/world/trial-award.ts';
import { approvePayout } from './commands/approve-payout.server.ts';
import { confirmPayee, sendPayeeCode } from './commands/confirm-payee.server.ts';
import { createPayout } from './commands/create-payout.server.ts';
import { makeBankFile } from './commands/make-bank-file.server.ts';
import { openBooks } from './commands/open-books.server.ts';
import { planTranches } from './commands/plan-tranches.server.ts';
import { setPayee } from './commands/set-payee.server.ts';
import { submitPayout } from './commands/submit-payout.server.ts';
import { payoutForFinance } from './queries/payout-facts.server.ts';
import { tranchesOf } from './queries/tranches-of.server.ts';
import type { BankAccount } from './rules/bank-account.ts';
import type { HostFee } from './rules/host-fee.ts';
import type { PayeeDetails } from './rules/payee.ts';

/** Published test pairs of the banks' check: nobody's account. */
export const PARTNER_ACCOUNT: BankAccount = { name: 'Common Ground', sortCode: '107999', accountNumber: '88837491' };
export const AMINAS_ACCOUNT: PayeeDetails = {
  kind: 'bank',
  holder: 'own',
  name: 'Amina & Friends',
  sortCode: '089999',
  accountNumber: '66374958',
};
export const ANOTHER_ACCOUNT: PayeeDetails = {
  kind: 'bank',
  holder: 'own',
  name: 'Amina Osman',
  sortCode: '118765',
  accountNumber: '64371389',
};
/** St Mark's keeps five percent of the £3,000. */
export const HOST_HOLDS = {
  kind: 'bank',
  holder: 'host',
  name: 'St Mark’s',
  sortCode: '089999',
  accountNumber: '66374958',
  host: {
    name: 'St Mark’s',
    email: 'ruth@st-marks.example',
    fee: { kind: 'percent', basisPoints: 500 } as HostFee,
    keepsMinor: 15_000,
  },
} as const satisfies PayeeDetails;
export const CHURCH_PAYS: PayeeDetails = { kind: 'other', description: 'St Mark’s church hall pays our invoices.' };

export function must<Value>(outcome: Outcome<Value, string>): Value {
  invariant(outcome.ok, `the trial must go on: ${outcome.ok ? '' : outcome.reason}`);
  return outcome.value;
}

export type TrialPayment = TrialRound & {
  readonly world: TestWorld;
  readonly awardId: Id;
  readonly as: Readonly<Record<'amina' | 'grace' | 'finn' | 'farah', () => Context>>;
};

/** Amina has accepted £3,000; Finn and Farah are the finance people; no money is booked yet. */
export function acceptedAward(plan: TranchePlan = 'at-once'): TrialPayment {
  const world = testWorld();
  const round = acceptedRound(world, plan);
  return {
    ...round,
    world,
    as: {
      amina: () => world.as(round.people.Amina ?? ''),
      grace: () => world.as(round.staff.Grace),
      finn: () => world.as(round.staff.Finn),
      farah: () => world.as(round.staff.Farah),
    },
  };
}

export function bookFunds(trial: TrialPayment, amountMinor: Minor = 600_000): void {
  must(
    openBooks(trial.as.finn(), trial.call.id, {
      amountMinor,
      statementRef: 'FUNDER 1',
      evidence: 'Line 4 of the March statement',
      payer: PARTNER_ACCOUNT,
      hasLookedAgain: false,
    }),
  );
}

/** The books are open, the tranches planned, and Amina has said where the money goes. */
export function readyToPay(plan: TranchePlan = 'at-once', details: PayeeDetails = AMINAS_ACCOUNT): TrialPayment {
  const trial = acceptedAward(plan);
  bookFunds(trial);
  must(planTranches(trial.world.as(null), trial.awardId));
  must(setPayee(trial.as.amina(), trial.awardId, details, false));
  confirmed(trial);
  return trial;
}

/** Amina has typed the code from her mailbox. */
export function confirmed(trial: TrialPayment): void {
  const { code } = must(sendPayeeCode(trial.as.amina(), trial.awardId));
  must(confirmPayee(trial.as.amina(), trial.awardId, code));
}

export function trancheAt(trial: TrialPayment, position: number) {
  const tranche = tranchesOf(trial.as.finn(), trial.awardId)[position - 1];
  invariant(tranche !== undefined, `the award has a tranche ${position}`);
  return tranche;
}

/** Finn prepares the first tranche and hands it to Farah. */
export function submitted(trial: TrialPayment, position = 1): Id {
  const { payoutId } = must(createPayout(trial.as.finn(), trancheAt(trial, position).id));
  must(submitPayout(trial.as.finn(), payoutId));
  return payoutId;
}

export function hashSeen(trial: TrialPayment, payoutId: Id): string {
  return payoutForFinance(trial.as.farah(), payoutId)?.hash ?? '';
}

/** Farah has approved it too. */
export function approved(trial: TrialPayment, position = 1): Id {
  const payoutId = submitted(trial, position);
  must(approvePayout(trial.as.farah(), payoutId, hashSeen(trial, payoutId)));
  return payoutId;
}

/** It is in a bank file, with its money reserved. */
export function inFile(trial: TrialPayment, position = 1): { payoutId: Id; fileId: Id } {
  const payoutId = approved(trial, position);
  return { payoutId, fileId: must(makeBankFile(trial.as.finn(), trial.call.id)).fileId };
}
