import type { Fraction } from '#app/kernel/fraction.ts';

/** What can be voted for. The cost is null where there is no money to share out. */
export type CountOption = { readonly id: string; readonly name: string; readonly cost: Fraction | null };

/**
 * One ballot, or several that say the same.
 *
 * `choices` are positions in the options, from 0, without repeats; best first where the ballots rank. `points` go with
 * them, one for one, in whole units of `1 / pointScale`; null where the ballots give none.
 */
export type CountBallot = {
  readonly weight: number;
  readonly choices: readonly number[];
  readonly points: readonly number[] | null;
};

export type BallotKind = 'choose-one' | 'approval' | 'ranking' | 'points';

/** All that a counting rule needs to know of a vote, whichever file or board it comes from. */
export type Profile = {
  readonly kind: BallotKind;
  readonly options: readonly CountOption[];
  readonly ballots: readonly CountBallot[];
  readonly pointScale: number;
  readonly budget: Fraction | null;
  readonly seats: number | null;
};

/** How many people voted, those with an empty ballot included. */
export function ballotsIn(profile: Profile): number {
  return profile.ballots.reduce((sum, ballot) => sum + ballot.weight, 0);
}

/** Identical ballots as one with their weights together, so that a count takes as long as there are opinions. */
export function mergeBallots(profile: Profile): Profile {
  const placeOf = new Map<string, number>();
  const ballots: CountBallot[] = [];
  const weights: number[] = [];
  for (const ballot of profile.ballots) {
    const key = ballotKey(profile.kind, ballot);
    const place = placeOf.get(key);
    if (place === undefined) {
      placeOf.set(key, ballots.length);
      ballots.push(ballot);
      weights.push(ballot.weight);
    } else weights[place] = (weights[place] as number) + ballot.weight;
  }
  const weighted = ballots.map((ballot, at): CountBallot => {
    const weight = weights[at] as number;
    return weight === ballot.weight ? ballot : { weight, choices: ballot.choices, points: ballot.points };
  });
  return { ...profile, ballots: weighted };
}

/** The order of choices says something only where the ballots rank, or where points stand beside them. */
function ballotKey(kind: BallotKind, { choices, points }: CountBallot): string {
  if (points !== null) return `${choices.join()}:${points.join()}`;
  // One character for each choice: shorter to compare than digits, and quicker to write.
  if (kind === 'ranking' || isRising(choices)) return String.fromCharCode(...choices);
  return String.fromCharCode(...choices.toSorted((one, other) => one - other));
}

function isRising(choices: readonly number[]): boolean {
  for (let at = 1; at < choices.length; at += 1)
    if ((choices[at] as number) < (choices[at - 1] as number)) return false;
  return true;
}
