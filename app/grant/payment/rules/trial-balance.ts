import { type Minor, sumMinor } from '#app/kernel/money.ts';
import type { AccountKind } from './postings.ts';

/** An account over a stretch of time, in minor units. What went out is said without its sign. */
export type Turnover = {
  readonly openingMinor: Minor;
  readonly inMinor: Minor;
  readonly outMinor: Minor;
};

export type AccountTurnover = Turnover & { readonly kind: AccountKind; readonly subjectId: string };

export type TrialBalance = {
  /** One row for each kind of account that ever moved, in the order in which money flows. */
  readonly rows: readonly (Turnover & { readonly kind: AccountKind; readonly closingMinor: Minor })[];
  /** What came in anywhere went out somewhere, and what there is adds up to nothing. */
  readonly isEven: boolean;
};

/** The way of money, and then the account at the bank with its other side. A kind that is missing does not compile. */
const FLOW = {
  fundIn: 1,
  available: 2,
  awarded: 3,
  payable: 4,
  inTransit: 5,
  granted: 6,
  bank: 7,
  held: 8,
  returned: 9,
} as const satisfies Record<AccountKind, number>;

/** The balance of an account at the end, in minor units: what it began with, and what went in less what went out. */
export function closingOf({ openingMinor, inMinor, outMinor }: Turnover): Minor {
  return openingMinor + inMinor - outMinor;
}

/** Adds turnovers up; zeros for none. */
export function together(turnovers: readonly Turnover[]): Turnover {
  return {
    openingMinor: sumMinor(turnovers.map((one) => one.openingMinor)),
    inMinor: sumMinor(turnovers.map((one) => one.inMinor)),
    outMinor: sumMinor(turnovers.map((one) => one.outMinor)),
  };
}

/** Every kind of account with what it held, took, gave and holds. */
export function trialBalance(accounts: readonly AccountTurnover[]): TrialBalance {
  const rows = [...Map.groupBy(accounts, ({ kind }) => kind)]
    .map(([kind, ofKind]) => {
      const sum = together(ofKind);
      return { kind, ...sum, closingMinor: closingOf(sum) };
    })
    .toSorted((one, other) => FLOW[one.kind] - FLOW[other.kind]);
  const all = together(rows);
  return { rows, isEven: all.openingMinor === 0 && all.inMinor === all.outMinor };
}

/** An award in a month: what is kept for it, what is on its way, what arrived. */
export type AwardMonth = {
  readonly awardId: string;
  /** Set aside for it at the beginning, and not paid yet. */
  readonly openingMinor: Minor;
  /** Newly promised in this month. */
  readonly promisedMinor: Minor;
  /** Arrived in this month. */
  readonly paidMinor: Minor;
  /** Came back in this month. */
  readonly cameBackMinor: Minor;
  /** Still set aside at the end: waiting, due or on its way. */
  readonly closingMinor: Minor;
  /** Arrived and stayed, since the beginning. */
  readonly grantedMinor: Minor;
};

/**
 * What a month did to each award, in the order given; awards that nothing was promised to by then are left out. What is on
 * its way lies in one account for all awards: so an award's open part is what was promised to it and has not arrived.
 *
 * @param promised  to each award, before the month and in it
 */
export function awardMonths(
  awardIds: readonly string[],
  accounts: readonly AccountTurnover[],
  promised: ReadonlyMap<string, { readonly beforeMinor: Minor; readonly inMonthMinor: Minor }>,
): AwardMonth[] {
  const granted = new Map(accounts.filter(({ kind }) => kind === 'granted').map((one) => [one.subjectId, one]));
  return awardIds.flatMap((awardId) => {
    const { beforeMinor, inMonthMinor } = promised.get(awardId) ?? { beforeMinor: 0, inMonthMinor: 0 };
    if (beforeMinor + inMonthMinor === 0) return [];
    const arrived = granted.get(awardId) ?? { openingMinor: 0, inMinor: 0, outMinor: 0 };
    const grantedMinor = closingOf(arrived);
    return [
      {
        awardId,
        openingMinor: beforeMinor - arrived.openingMinor,
        promisedMinor: inMonthMinor,
        paidMinor: arrived.inMinor,
        cameBackMinor: arrived.outMinor,
        closingMinor: beforeMinor + inMonthMinor - grantedMinor,
        grantedMinor,
      },
    ];
  });
}
