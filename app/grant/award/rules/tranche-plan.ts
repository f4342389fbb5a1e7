/** How an award is paid, by name. */
export type TranchePlan = 'at-once' | 'two-parts' | 'three-parts';

/** Weights of the parts. All at once is the default: many groups cannot spend first and claim back. */
export const TRANCHE_PLANS: Readonly<Record<TranchePlan, readonly number[]>> = {
  'at-once': [100],
  'two-parts': [60, 40],
  'three-parts': [50, 30, 20],
};

export const TRANCHE_PLAN_NAMES = Object.keys(TRANCHE_PLANS) as readonly TranchePlan[];
