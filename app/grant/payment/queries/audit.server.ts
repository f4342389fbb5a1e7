import type { Context } from '#app/platform/context.server.ts';
import * as audit from '../store/audit.server.ts';
import { locksOffEntries } from './locked-entries.server.ts';

export type AuditCheck = { readonly name: string; readonly ok: boolean; readonly detail: string };

const CHECKS = {
  'every balance is the sum of its entries': audit.driftingAccounts,
  'every transaction adds up to nothing and is sealed': audit.driftingTransactions,
  'all accounts of a currency add up to nothing': audit.unbalancedCurrencies,
  'the bank holds what is available, awarded, payable or on its way': audit.banksOff,
  'no account is below its floor': audit.accountsBelowFloor,
  'the tranches of an award add up to the award': audit.awardsOverspent,
  'every tranche stands where the ledger says': audit.tranchesOffLedger,
  'every payout has the postings of its state': audit.payoutsOffLedger,
  'granted and in transit are what the payouts say': audit.grantsOffPayouts,
  'no tranche is paid twice': audit.paidTwice,
  'two people stand behind every payout': audit.signedAlone,
  'every bank file holds the payouts it was made of': audit.filesOffPayouts,
  'every locked month is as it was locked': locksOffEntries,
} as const;

/** Recomputes everything that must hold between ledger, tranches, payouts and files. */
export function auditBooks(context: Pick<Context, 'db'>): AuditCheck[] {
  return Object.entries(CHECKS).map(([name, find]) => {
    const offenders = find(context.db);
    return { name, ok: offenders.length === 0, detail: summary(offenders) };
  });
}

/** Only the drift of balances: cheap enough to run at every start, every night and before every bank file. */
export function findDrift(context: Pick<Context, 'db'>): string | null {
  const offenders = [
    ...audit.driftingAccounts(context.db),
    ...audit.driftingTransactions(context.db),
    ...audit.unbalancedCurrencies(context.db),
  ];
  return offenders.length === 0 ? null : summary(offenders);
}

function summary(offenders: readonly string[]): string {
  const shown = offenders.slice(0, 5).join('; ');
  return offenders.length > 5 ? `${shown}; and ${offenders.length - 5} more` : shown;
}
