import { invariant } from '#app/kernel/invariant.ts';
import type { CountBallot, Profile } from '../profile.ts';
import { pointsOn, type Support } from '../totals.ts';
import { inUnits, wholeFactor } from '../whole-units.ts';

/**
 * A vote as equal shares looks at it: groups of voters who say the same, and for each option who supports it.
 *
 * Both lists are flat: what belongs to option `p` stands from `optionStart[p]` to `optionStart[p + 1]`, what belongs to
 * group `g` from `groupStart[g]` on. So memory grows with what was written on ballots and with nothing else.
 */
export type Electorate = {
  readonly optionCount: number;
  /** In whole units: the costs, exact and as doubles, and the budget. */
  readonly costs: readonly bigint[];
  readonly costNumbers: Float64Array;
  readonly budget: bigint;
  /** So many units are one of the currency. */
  readonly unitFactor: bigint;
  /** Everybody who cast a ballot, an empty one too. */
  readonly voters: number;
  readonly weights: Float64Array;
  readonly optionStart: Int32Array;
  readonly supporters: Int32Array;
  /** What a supporter counts an option for: her points, or 1. She pays in proportion. */
  readonly shares: Float64Array;
  readonly groupStart: Int32Array;
  readonly groupOptions: Int32Array;
  readonly groupShares: Float64Array;
  /** By position: the weight of all supporters, times their shares. */
  readonly shareTotals: Float64Array;
  /** Whether a larger cost is a larger use, as with cost utility, so that price per cost is what is compared. */
  readonly isByCost: boolean;
};

/**
 * @param profile  with identical ballots merged, or else everything takes as long as there are ballots, and comes to the same
 * @throws InvariantError without a budget or a cost: whoever asks has to have looked
 */
export function electorateOf(profile: Profile, support: Support): Electorate {
  const { options, ballots, budget } = profile;
  invariant(budget !== null, 'equal shares has a budget');
  const amounts = options.map(({ cost }) => {
    invariant(cost !== null, 'equal shares knows what everything costs');
    return cost;
  });
  const unitFactor = wholeFactor([...amounts, budget]);
  const costs = amounts.map((cost) => inUnits(cost, unitFactor));
  const given = ballots.map((ballot) => (support === 'points' ? pointsOn(profile, ballot) : null));
  const size = ballots.reduce((sum, { choices }) => sum + choices.length, 0);
  const weights = Float64Array.from(ballots, ({ weight }) => weight);
  const groupStart = new Int32Array(ballots.length + 1);
  const groupOptions = new Int32Array(size);
  const groupShares = new Float64Array(size);
  const optionStart = new Int32Array(options.length + 1);
  const shareTotals = new Float64Array(options.length);
  let end = 0;
  for (let group = 0; group < ballots.length; group += 1) {
    const { weight, choices } = ballots[group] as CountBallot;
    const points = given[group];
    for (let place = 0; place < choices.length; place += 1) {
      const option = choices[place] as number;
      const share = points ? (points[place] as number) : 1;
      // Somebody who gave no points is no supporter, whatever was named.
      if (share === 0) continue;
      groupOptions[end] = option;
      groupShares[end] = share;
      optionStart[option + 1] = (optionStart[option + 1] as number) + 1;
      shareTotals[option] = (shareTotals[option] as number) + share * weight;
      end += 1;
    }
    groupStart[group + 1] = end;
  }
  for (let option = 0; option < options.length; option += 1)
    optionStart[option + 1] = (optionStart[option + 1] as number) + (optionStart[option] as number);
  const supporters = new Int32Array(end);
  const shares = new Float64Array(end);
  const next = optionStart.slice();
  for (let group = 0; group < ballots.length; group += 1) {
    for (let at = groupStart[group] as number; at < (groupStart[group + 1] as number); at += 1) {
      const option = groupOptions[at] as number;
      const place = next[option] as number;
      supporters[place] = group;
      shares[place] = groupShares[at] as number;
      next[option] = place + 1;
    }
  }
  return {
    optionCount: options.length,
    costs,
    costNumbers: Float64Array.from(costs, Number),
    budget: inUnits(budget, unitFactor),
    unitFactor,
    voters: ballots.reduce((sum, { weight }) => sum + weight, 0),
    weights,
    optionStart,
    supporters,
    shares,
    groupStart,
    groupOptions,
    groupShares,
    shareTotals,
    isByCost: support === 'approvals',
  };
}
