import { type Currency, type Minor, parseMinor } from '#app/kernel/money.ts';

/** What a fiscal host keeps of an award for its work: nothing, a part of it, or a sum. */
export type HostFee =
  | { readonly kind: 'none' }
  /** Hundredths of a percent, from 1 to 9,999. */
  | { readonly kind: 'percent'; readonly basisPoints: number }
  | { readonly kind: 'amount'; readonly amountMinor: Minor };

export const HOST_FEE_KINDS = ['none', 'percent', 'amount'] as const;

const WHOLE = 10_000;

/** What a host keeps of an award in minor units: a part of a penny stays with the group. */
export function hostKeeps(fee: HostFee, awardMinor: Minor): Minor {
  if (fee.kind === 'none') return 0;
  return fee.kind === 'amount' ? fee.amountMinor : Math.floor((awardMinor * fee.basisPoints) / WHOLE);
}

/** Whether a fee leaves something for the group, and is one at all. */
export function isFeePossible(fee: HostFee, awardMinor: Minor): boolean {
  const keepsMinor = hostKeeps(fee, awardMinor);
  return Number.isSafeInteger(keepsMinor) && keepsMinor >= 0 && keepsMinor < awardMinor;
}

/** Reads a fee as people type it, "5", "7.5 %", "£50"; null when it is none. */
export function readHostFee(kind: HostFee['kind'], typed: string, currency: Currency): HostFee | null {
  if (kind === 'none') return { kind };
  if (kind === 'percent') {
    const match = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim());
    const basisPoints = match === null ? 0 : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
    return basisPoints > 0 ? { kind, basisPoints } : null;
  }
  const amountMinor = parseMinor(typed, currency);
  return amountMinor === null || amountMinor <= 0 ? null : { kind, amountMinor };
}
