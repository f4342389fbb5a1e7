import { add } from './add.ts';
import { meanOf } from './figures.ts';
import { type RatingTable, startsOf, valuesBy } from './ratings.ts';

/** What is believed before any rating is seen, in the units of the ratings. */
export type Priors = {
  /** Standard deviation of reviewers' severity. */
  readonly severitySd: number;
  /** No standard deviation of the model is larger. */
  readonly sdMax: number;
};

/** The priors that were published, by the range of the scale: grades from 1 to 6, and from 1 to 9. */
const SIX_POINTS = { range: 5, severitySd: 0.5, sdMax: 2 };
const NINE_POINTS = { range: 8, severitySd: 1, sdMax: 3 };

/** The published priors; on scales of another length, those of six points stretched. */
export function priorsFor(scale: { readonly min: number; readonly max: number }): Priors {
  const range = scale.max - scale.min;
  const { severitySd, sdMax, range: published } = range === NINE_POINTS.range ? NINE_POINTS : SIX_POINTS;
  const stretch = range / published;
  return { severitySd: severitySd * stretch, sdMax: sdMax * stretch };
}

/**
 * Rating = overall + application + reviewer (+ panel) + noise, prepared for drawing from its posterior. Reviewers and
 * panels are the "shared" effects: few, and met by many ratings.
 *
 * For given deviations all effects are jointly normal. The applications are integrated out of that; what is left for
 * the shared effects depends on an application only through how many ratings it has, so it is summed once for each
 * such number.
 *
 * @source Heyard, Ott, Salanti and Egger (2022), Rethinking the Funding Line at the Swiss National Science Foundation:
 *         Bayesian Ranking and Lottery; λ and the residual collapsed, as both reach a rating only as their sum
 */
export type BayesianModel = {
  readonly priors: Priors;
  readonly applications: number;
  readonly reviewers: number;
  /** None where there is only one. */
  readonly panels: number;
  /** Mean over applications of their mean ratings. */
  readonly overall: number;
  /** Ratings less the overall mean, application by application. */
  readonly value: Float64Array;
  readonly reviewerOf: Int32Array;
  /** Where each application's ratings begin; one more than there are applications. */
  readonly start: Int32Array;
  readonly panelOf: Int32Array;
  /** Shared × shared: how many ratings both met. */
  readonly met: Float64Array;
  /** For each shared effect: the sum of its ratings. */
  readonly metSum: Float64Array;
  readonly groups: readonly EquallyRated[];
  /** For each application: which of the groups it is in. */
  readonly groupOf: Int32Array;
};

/** Applications with the same number of ratings. */
export type EquallyRated = {
  readonly ratings: number;
  readonly applications: number;
  /** Shared × shared: Σ over its applications of how often each effect meets them, outer product. */
  readonly product: Float64Array;
  readonly sum: Float64Array;
};

/** @param table  with at least two applications */
export function bayesianModel(table: RatingTable, priors: Priors): BayesianModel {
  const applications = table.applications.length;
  const reviewers = table.reviewers.length;
  const panels = table.panels.length === 1 ? 0 : table.panels.length;
  const shared = reviewers + panels;
  const overall = meanOf(valuesBy(table.applicationOf, applications, table.value).map(meanOf));
  const start = startsOf(table);
  const value = table.value.map((rating) => rating - overall);
  const { reviewerOf, panelOf } = table;
  const met = new Float64Array(shared * shared);
  const metSum = new Float64Array(shared);
  const sumOf = new Float64Array(applications);
  const groups: (EquallyRated & { applications: number })[] = [];
  const groupOf = new Int32Array(applications);
  for (let application = 0; application < applications; application += 1) {
    const [from, to] = [start[application] as number, start[application + 1] as number];
    const ratings = to - from;
    const columns = [...reviewerOf.subarray(from, to)];
    const weights = columns.map(() => 1);
    if (panels > 0) {
      columns.push(reviewers + (panelOf[application] as number));
      weights.push(ratings);
    }
    for (let at = from; at < to; at += 1) {
      const y = value[at] as number;
      add(sumOf, application, y);
      const effects = panels > 0 ? [reviewerOf[at] as number, columns.at(-1) as number] : [reviewerOf[at] as number];
      for (const row of effects) {
        add(metSum, row, y);
        for (const column of effects) add(met, row * shared + column, 1);
      }
    }
    const group = groups.find((one) => one.ratings === ratings) ?? {
      ratings,
      applications: 0,
      product: new Float64Array(shared * shared),
      sum: new Float64Array(shared),
    };
    if (group.applications === 0) groups.push(group);
    group.applications += 1;
    groupOf[application] = groups.indexOf(group);
    for (const [at, row] of columns.entries()) {
      const weight = weights[at] as number;
      add(group.sum, row, weight * (sumOf[application] as number));
      for (const [other, column] of columns.entries())
        add(group.product, row * shared + column, weight * (weights[other] as number));
    }
  }
  return {
    priors,
    applications,
    reviewers,
    panels,
    overall,
    value,
    reviewerOf,
    start,
    panelOf,
    met,
    metSum,
    groups,
    groupOf,
  };
}
