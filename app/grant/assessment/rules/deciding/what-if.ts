import type { PendingName } from './pending-names.ts';

/** What somebody chose, held against what the published rule proposes for so many places. */
export type WhatIf = {
  readonly chosen: Readonly<Record<PendingName, number>>;
  readonly undecided: number;
  /** How many the rule would take. */
  readonly proposed: number;
  /** The rule would take them, and they are not chosen. */
  readonly passedOver: number;
  /** They are chosen, and the rule would not take them. */
  readonly broughtIn: number;
};

/** Counts where a choice and the rule part ways; what is not decided yet differs from nothing. */
export function whatIf(
  rows: readonly { readonly isProposed: boolean; readonly decision: PendingName | null }[],
): WhatIf {
  const count = (test: (row: (typeof rows)[number]) => boolean) => rows.filter(test).length;
  return {
    chosen: {
      shortlisted: count((row) => row.decision === 'shortlisted'),
      declined: count((row) => row.decision === 'declined'),
      ineligible: count((row) => row.decision === 'ineligible'),
    },
    undecided: count((row) => row.decision === null),
    proposed: count((row) => row.isProposed),
    passedOver: count((row) => departureOf(row) === 'passed-over'),
    broughtIn: count((row) => departureOf(row) === 'brought-in'),
  };
}

/** How one choice differs from the rule; null where it does not. */
export function departureOf(row: {
  readonly isProposed: boolean;
  readonly decision: PendingName | null;
}): 'passed-over' | 'brought-in' | null {
  if (row.decision === null || (row.decision === 'shortlisted') === row.isProposed) return null;
  return row.isProposed ? 'passed-over' : 'brought-in';
}
