import { meanOf, spreadOf } from './ranking/figures.ts';
import { studentQuantile } from './ranking/student-quantile.ts';

/** What the scores are looked at by: how an application came, and when a reviewer met it. */
export const FAIRNESS_DIMENSIONS = ['form', 'language', 'help', 'before', 'order'] as const;
export type FairnessDimension = (typeof FAIRNESS_DIMENSIONS)[number];

/** One score and what it belongs to: of an application, or of one sheet where it is about the order of reading. */
export type FairnessValue = {
  readonly dimension: FairnessDimension;
  /** "written" or "spoken", a language tag, and so on. */
  readonly group: string;
  /** From 1 to 5. */
  readonly value: number;
};

type Range = { readonly from: number; readonly to: number };

export type FairnessGroup = {
  readonly group: string;
  readonly count: number;
  /** Null where there are too few to say anything. */
  readonly mean: number | null;
  /** The 95 % confidence interval of the mean. */
  readonly mean95: Range | null;
  /** Its mean less that of all others; null where either are too few. */
  readonly difference: number | null;
  readonly difference95: Range | null;
};

export type FairnessFigures = Readonly<Record<FairnessDimension, readonly FairnessGroup[]>>;

/** Of fewer nothing is said: chance alone would make a difference, and a few can be told who they are. */
export const FAIRNESS_GROUP_MIN = 10;

/**
 * The mean score of each group beside that of everybody else, with 95 % confidence intervals.
 *
 * @source Welch (1947) for the difference of two means whose spreads may differ
 */
export function fairnessOf(values: readonly FairnessValue[]): FairnessFigures {
  const of = (dimension: FairnessDimension) => groupsOf(values.filter((one) => one.dimension === dimension));
  return { form: of('form'), language: of('language'), help: of('help'), before: of('before'), order: of('order') };
}

/** Whether there is anything about a group that chance would hardly explain. */
export function standsOut({ difference95 }: FairnessGroup): boolean {
  return difference95 !== null && (difference95.from > 0 || difference95.to < 0);
}

function groupsOf(values: readonly FairnessValue[]): FairnessGroup[] {
  const names = [...new Set(values.map(({ group }) => group))].sort();
  return names.map((group) => {
    const own = values.filter((one) => one.group === group).map(({ value }) => value);
    const others = values.filter((one) => one.group !== group).map(({ value }) => value);
    const [mine, theirs] = [sampleOf(own), sampleOf(others)];
    if (mine === null) {
      return { group, count: own.length, mean: null, mean95: null, difference: null, difference95: null };
    }
    return {
      group,
      count: own.length,
      mean: mine.mean,
      mean95: around(mine.mean, mine.error, mine.count - 1),
      ...(theirs === null ? { difference: null, difference95: null } : apart(mine, theirs)),
    };
  });
}

type Sample = { readonly count: number; readonly mean: number; readonly error: number };

function sampleOf(values: readonly number[]): Sample | null {
  if (values.length < FAIRNESS_GROUP_MIN) return null;
  return {
    count: values.length,
    mean: meanOf(values),
    error: (spreadOf(values) ?? 0) / Math.sqrt(values.length),
  };
}

function apart(mine: Sample, theirs: Sample) {
  const difference = mine.mean - theirs.mean;
  const variance = mine.error ** 2 + theirs.error ** 2;
  // Two groups that each said one and the same thing differ by exactly so much.
  if (variance === 0) return { difference, difference95: { from: difference, to: difference } };
  const freedom = variance ** 2 / (mine.error ** 4 / (mine.count - 1) + theirs.error ** 4 / (theirs.count - 1));
  return { difference, difference95: around(difference, Math.sqrt(variance), freedom) };
}

function around(middle: number, error: number, freedom: number): Range {
  const reach = studentQuantile(freedom) * error;
  return { from: middle - reach, to: middle + reach };
}
