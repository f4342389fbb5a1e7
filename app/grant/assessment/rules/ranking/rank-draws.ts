import { invariant } from '#app/kernel/invariant.ts';
import type { Chain } from './chain.ts';
import { expectedRanks } from './expected-ranks.ts';

/** So many applications can be ranked at once: what a rank and a place need fits into one exact number. */
export const RANKED_MAX = 1 << 14;

/** Of so many the expected ranks are calculated from what each draw was drawn from, which tells far more than it. */
export const CALCULATED_MAX = 100;

const PLACES = RANKED_MAX;
/** Effects are compared in steps of this share of the largest that is possible: far below what tells two apart. */
const STEPS = 2 ** 37;

/** What each draw of one chain said: ranks (1 is best) by application, effects of reviewers, deviations. */
export type Draws = {
  readonly count: number;
  /** Application after application. */
  readonly ranks: Uint16Array;
  /** What the rank is on average where everything but the applications' effects is known; the rank itself of many. */
  readonly expected: Uint16Array | Float64Array;
  readonly effectSum: Float64Array;
  /** Reviewer after reviewer. */
  readonly severity: Float64Array;
  readonly residual: Float64Array;
  readonly application: Float64Array;
};

/**
 * Walks on for so many steps and writes down where it was.
 *
 * @param reach  no effect is further from 0
 */
export function drawRanks(chain: Chain, reviewers: number, count: number, reach: number): Draws {
  const applications = chain.effect.length;
  const ranks = new Uint16Array(applications * count);
  const effectSum = new Float64Array(applications);
  const severity = new Float64Array(reviewers * count);
  const [residual, application] = [new Float64Array(count), new Float64Array(count)];
  const keys = new Float64Array(applications);
  const calculated = applications <= CALCULATED_MAX ? new Float64Array(applications * count) : null;
  const row = new Float64Array(applications);
  for (let draw = 0; draw < count; draw += 1) {
    chain.step();
    for (let at = 0; at < applications; at += 1) {
      const effect = chain.effect[at] as number;
      effectSum[at] = (effectSum[at] as number) + effect;
      invariant(Math.abs(effect) < reach, 'no effect is further from the middle than scores on a scale can be');
      // Best first; the place rides in the last digits, so that sorting numbers sorts applications.
      keys[at] = Math.round((1 - effect / reach) * STEPS) * PLACES + at;
    }
    keys.sort();
    for (let rank = 0; rank < applications; rank += 1) {
      ranks[((keys[rank] as number) % PLACES) * count + draw] = rank + 1;
    }
    if (calculated !== null) {
      expectedRanks(chain.effectMean, chain.effectVariance, row);
      for (let at = 0; at < applications; at += 1) calculated[at * count + draw] = row[at] as number;
    }
    for (let at = 0; at < reviewers; at += 1) severity[at * count + draw] = chain.shared[at] as number;
    residual[draw] = chain.deviation.residual;
    application[draw] = chain.deviation.application;
  }
  return { count, ranks, expected: calculated ?? ranks, effectSum, severity, residual, application };
}

/** What a chain said, and what it said after that. */
export function joined(one: Draws, more: Draws): Draws {
  const rows = <Numbers extends Uint16Array | Float64Array>(all: Numbers, earlier: Numbers, later: Numbers) => {
    for (let row = 0; row * one.count < earlier.length; row += 1) {
      const start = row * (one.count + more.count);
      all.set(earlier.subarray(row * one.count, (row + 1) * one.count), start);
      all.set(later.subarray(row * more.count, (row + 1) * more.count), start + one.count);
    }
    return all;
  };
  const numbers = (earlier: Float64Array, later: Float64Array) =>
    rows(new Float64Array(earlier.length + later.length), earlier, later);
  const ranks = rows(new Uint16Array(one.ranks.length + more.ranks.length), one.ranks, more.ranks);
  const { expected } = one;
  return {
    count: one.count + more.count,
    ranks,
    expected: expected instanceof Uint16Array ? ranks : numbers(expected, more.expected as Float64Array),
    effectSum: one.effectSum.map((sum, at) => sum + (more.effectSum[at] as number)),
    severity: numbers(one.severity, more.severity),
    residual: numbers(one.residual, more.residual),
    application: numbers(one.application, more.application),
  };
}

/** All of them in one. */
export function together(parts: readonly (Uint16Array | Float64Array)[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
