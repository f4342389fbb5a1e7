import type { EquallyRated } from './bayesian-model.ts';
import type { RandomNumbers } from './random-numbers.ts';

/** What the shared effects leave of the ratings. */
export type Left = {
  readonly ratings: number;
  /** Σ over applications of the squares of their ratings' distances from their mean. */
  readonly within: number;
  readonly groups: readonly EquallyRated[];
  /** For each group: Σ over its applications of their mean squared, times their ratings. */
  readonly between: Float64Array;
};

type Drawn = { residual: number; application: number };

const SD_MIN = 1e-6;

/**
 * Draws the deviation of the applications for a given residual one, then the residual one, both with the applications'
 * effects integrated out: the mean of k ratings is then normal with variance τ² + σ²/k, their distances from it with σ².
 */
export function drawDeviations(deviation: Drawn, left: Left, sdMax: number, random: RandomNumbers): void {
  const applications = left.groups.reduce((sum, group) => sum + group.applications, 0);
  const ofMeans = (residual: number, application: number) => {
    let density = 0;
    for (let at = 0; at < left.groups.length; at += 1) {
      const { ratings, applications: count } = left.groups[at] as EquallyRated;
      const variance = residual ** 2 + ratings * application ** 2;
      density -= (count * Math.log(variance) + (left.between[at] as number) / variance) / 2;
    }
    return density;
  };
  deviation.application = slice(deviation.application, sdMax, random, (sd) => ofMeans(deviation.residual, sd));
  deviation.residual = slice(
    deviation.residual,
    sdMax * Math.SQRT2,
    random,
    (sd) =>
      logPriorOfSum(sd, sdMax) -
      (left.ratings - applications) * Math.log(sd) -
      left.within / (2 * sd * sd) +
      ofMeans(sd, deviation.application),
  );
}

/** The deviation of effects that are known: normal, and anything up to the largest as probable before. */
export function drawPanelDeviation(
  before: number,
  effects: Float64Array,
  sdMax: number,
  random: RandomNumbers,
): number {
  const squares = effects.reduce((sum, effect) => sum + effect ** 2, 0);
  return slice(before, sdMax, random, (sd) => -effects.length * Math.log(sd) - squares / (2 * sd * sd));
}

/**
 * @param density  logarithm, but for a constant
 * @source Neal (2003), Slice Sampling, shrinking from the whole interval
 */
function slice(before: number, max: number, random: RandomNumbers, density: (sd: number) => number): number {
  const level = density(before) + Math.log(random.uniform());
  let [low, high] = [SD_MIN, max];
  for (;;) {
    const sd = low + (high - low) * random.uniform();
    if (density(sd) >= level) return sd;
    if (sd < before) low = sd;
    else high = sd;
  }
}

/** What √(σ² + τ²) is believed to be where σ and τ are anything up to `max` alike: an arc that leaves a square. */
function logPriorOfSum(sd: number, max: number): number {
  if (sd <= max) return Math.log(sd);
  const inside = 1 - (4 / Math.PI) * Math.acos(max / sd);
  return inside <= 0 ? -Infinity : Math.log(sd) + Math.log(inside);
}
