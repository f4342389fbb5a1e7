import type { CountBallot, Profile } from './profile.ts';

/** What counts as support: `approvals` takes every named option alike, `points` is what the ballots give. */
export type Support = 'approvals' | 'points';

/**
 * What one ballot gives to each option it names, in the order of its choices, in whole units of `1 / pointScale`.
 *
 * @source a ranking of m options gives the first m points and the last one
 */
export function pointsOn(profile: Profile, { choices, points }: CountBallot): readonly number[] {
  if (points !== null) return points;
  return choices.map((_, place) => (profile.kind === 'ranking' ? choices.length - place : 1));
}

/** The support of each option, by position. */
export function totalsOf(profile: Profile, support: Support): number[] {
  const totals = new Array<number>(profile.options.length).fill(0);
  for (const ballot of profile.ballots) {
    const { weight, choices } = ballot;
    const given = support === 'points' ? pointsOn(profile, ballot) : null;
    for (let place = 0; place < choices.length; place += 1) {
      const option = choices[place] as number;
      totals[option] = (totals[option] as number) + weight * (given === null ? 1 : (given[place] as number));
    }
  }
  return totals;
}
