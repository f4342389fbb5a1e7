import { invariant } from '#app/kernel/invariant.ts';

/** What one reviewer gave one application, higher being better. A vote that was not cast is no rating, and no zero. */
export type Rating = {
  readonly application: string;
  readonly reviewer: string;
  readonly value: number;
  /** Where several panels are ranked together: whose application it is. */
  readonly panel?: string;
};

/** The same, with everyone's place among their like instead of their name: in the order of the names. */
export type RatingTable = {
  readonly applications: readonly string[];
  readonly reviewers: readonly string[];
  /** One nameless panel where none is named. */
  readonly panels: readonly string[];
  /** For each rating; those of one application stand together. */
  readonly applicationOf: Int32Array;
  readonly reviewerOf: Int32Array;
  readonly value: Float64Array;
  /** For each application. */
  readonly panelOf: Int32Array;
};

/**
 * Numbers applications, reviewers and panels, so that a model can calculate with them. The order of the ratings leaves
 * no trace in it, nor in what is drawn or summed from it.
 *
 * @throws when a reviewer rated an application twice, or a value is no finite number: readers of files refuse that
 */
export function tableOf(ratings: readonly Rating[]): RatingTable {
  const sorted = ratings.toSorted(
    (one, other) => inOrder(one.application, other.application) || inOrder(one.reviewer, other.reviewer),
  );
  const applications = placesOf(sorted.map(({ application }) => application));
  const reviewers = placesOf(sorted.map(({ reviewer }) => reviewer));
  const panels = placesOf(sorted.map(({ panel }) => panel ?? ''));
  const applicationOf = Int32Array.from(sorted, ({ application }) => applications.get(application) ?? 0);
  const reviewerOf = Int32Array.from(sorted, ({ reviewer }) => reviewers.get(reviewer) ?? 0);
  const panelOf = new Int32Array(applications.size).fill(-1);
  for (const [at, { value, panel }] of sorted.entries()) {
    invariant(Number.isFinite(value), 'a rating is a number');
    const isAgain = at > 0 && applicationOf[at - 1] === applicationOf[at] && reviewerOf[at - 1] === reviewerOf[at];
    invariant(!isAgain, 'a reviewer rates an application once');
    const [application, place] = [applicationOf[at] as number, panels.get(panel ?? '') ?? 0];
    invariant([-1, place].includes(panelOf[application] as number), 'an application is before one panel');
    panelOf[application] = place;
  }
  return {
    applications: [...applications.keys()],
    reviewers: [...reviewers.keys()],
    panels: [...panels.keys()],
    applicationOf,
    reviewerOf,
    value: Float64Array.from(sorted, ({ value }) => value),
    panelOf,
  };
}

function placesOf(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].sort(inOrder).map((name, place) => [name, place]));
}

/** Of the code units, so that no machine's language changes a result. */
function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Where each application's ratings begin, and where those of the last end. */
export function startsOf({ applications, applicationOf }: RatingTable): Int32Array {
  const start = new Int32Array(applications.length + 1);
  for (const [at, application] of applicationOf.entries()) start[application + 1] = at + 1;
  return start;
}

/** The values of each application, or of each reviewer, in the order of the ratings. */
export function valuesBy(owners: Int32Array, count: number, value: Float64Array): number[][] {
  const groups: number[][] = Array.from({ length: count }, () => []);
  for (const [at, owner] of owners.entries()) groups[owner]?.push(value[at] as number);
  return groups;
}
