import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

/**
 * The life of one attempt to pay one tranche. From `reserved` on the money is spoken for in the ledger;
 * `sending` means that the bank has it.
 */
export const PAYOUT_STATES = [
  'draft',
  'submitted',
  'approved',
  'reserved',
  'sending',
  'settled',
  'failed',
  'returned',
  'cancelled',
] as const;

export type PayoutState = (typeof PAYOUT_STATES)[number];

/** Forward only; the database has the same list in a trigger, and a test holds the two together. */
export const PAYOUT_MOVES: Readonly<Record<PayoutState, readonly PayoutState[]>> = {
  draft: ['submitted', 'cancelled'],
  submitted: ['approved', 'cancelled'],
  approved: ['reserved', 'cancelled'],
  reserved: ['sending', 'settled', 'failed'],
  sending: ['settled', 'failed'],
  settled: ['returned'],
  failed: [],
  returned: [],
  cancelled: [],
};

/** Decides whether a payout may move to a state. */
export function movePayout(from: PayoutState, to: PayoutState): Outcome<PayoutState, 'wrong-state'> {
  return PAYOUT_MOVES[from].includes(to) ? done(to) : refused('wrong-state');
}

/** A tranche has at most one live payout; a dead one lets the next attempt begin. */
export function isLive(state: PayoutState): boolean {
  return state !== 'failed' && state !== 'returned' && state !== 'cancelled';
}

/** Until the money is reserved, changed details can still void a payout without touching the ledger. */
export function isBeforeReserve(state: PayoutState): boolean {
  return state === 'draft' || state === 'submitted' || state === 'approved';
}
