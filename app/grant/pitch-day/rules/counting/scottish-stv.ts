import type { TieBreak } from '#app/kernel/lots.ts';
import { earlierDecides } from './earlier-decides.ts';
import type { RankedTie } from './irv.ts';
import type { Profile } from './profile.ts';

/** A vote is so many of the units that everything is counted in. */
export const UNITS_PER_VOTE = 100_000;

export type StvAction =
  | { readonly type: 'first_preferences' }
  | { readonly type: 'surplus'; readonly option: number; readonly surplus: number }
  | { readonly type: 'exclude'; readonly option: number };

export type StvStage = {
  readonly action: StvAction;
  /** In units, of those not excluded, by position. */
  readonly votes: ReadonlyMap<number, number>;
  readonly nonTransferable: number;
  /** Who came to the quota at this stage, most votes first. */
  readonly elected: readonly number[];
};

export type StvSeat = { readonly option: number; readonly how: 'quota' | 'last vacancies'; readonly stage: number };

export type StvCount = {
  readonly valid: number;
  /** In whole votes. */
  readonly quota: number;
  readonly stages: readonly StvStage[];
  readonly seats: readonly StvSeat[];
  /** Who left, the first first. */
  readonly excluded: readonly number[];
  readonly ties: readonly RankedTie[];
};

/** Papers that lie with one candidate: which ballot, how far down it we are, and what each of its papers is worth. */
type Parcel = { readonly ballot: number; readonly place: number; readonly value: number };

/**
 * The single transferable vote as Scottish councils are elected: the weighted inclusive Gregory method, in whole units of
 * 0.00001 votes. What the cut-off loses is lost.
 *
 * @param seats     at least 1
 * @param tieBreak  when the earlier stages do not tell the tied apart: whoever comes first is transferred or excluded
 * @source          Scottish Local Government Elections Order 2007, rules 45 to 52
 */
export function countScottishStv(profile: Profile, seats: number, tieBreak: TieBreak): StvCount {
  const ballots = profile.ballots.filter(({ choices }) => choices.length > 0);
  const valid = ballots.reduce((sum, { weight }) => sum + weight, 0);
  const quota = Math.floor(valid / (seats + 1)) + 1;
  const quotaUnits = quota * UNITS_PER_VOTE;
  const continuing = new Set(profile.options.keys());
  const excluded: number[] = [];
  const votes = profile.options.map(() => 0);
  const piles = profile.options.map((): Parcel[] => []);
  const pendingSurplus = new Set<number>();
  const stages: StvStage[] = [];
  const filled: StvSeat[] = [];
  const ties: RankedTie[] = [];
  const earlier: number[][] = [];
  let nonTransferable = 0;
  const votesOf = (option: number) => votes[option] ?? 0;

  const deal = (at: number, from: number, value: number) => {
    const { weight, choices } = ballots[at] ?? { weight: 0, choices: [] };
    let place = from;
    while (place < choices.length && !continuing.has(choices[place] ?? -1)) place += 1;
    const option = choices[place];
    if (option === undefined) nonTransferable += weight * value;
    else {
      votes[option] = votesOf(option) + weight * value;
      piles[option]?.push({ ballot: at, place, value });
    }
  };

  const choose = (among: readonly number[], wanted: 'most' | 'fewest'): number => {
    const extreme = among
      .map(votesOf)
      .reduce((one, other) => (wanted === 'most' ? Math.max(one, other) : Math.min(one, other)));
    const tied = among.filter((option) => votesOf(option) === extreme);
    if (tied.length === 1) return tied[0] ?? 0;
    // The last stage is where they are equal, so it decides nothing.
    const decision = earlierDecides(tied, earlier.slice(0, -1), wanted, profile, tieBreak);
    ties.push({ stage: stages.length, why: wanted === 'most' ? 'surplus' : 'exclude', ...decision });
    return decision.chosen;
  };

  const transferSurplus = (option: number): StvAction => {
    const held = votesOf(option);
    const surplus = held - quotaUnits;
    pendingSurplus.delete(option);
    const pile = piles[option] ?? [];
    piles[option] = [];
    const worth = new Map<number, number>();
    for (const { ballot, place, value } of pile) {
      const known = worth.get(value) ?? cutOff(surplus, value, held);
      worth.set(value, known);
      deal(ballot, place + 1, known);
    }
    votes[option] = quotaUnits;
    return { type: 'surplus', option, surplus };
  };

  const exclude = (option: number): StvAction => {
    continuing.delete(option);
    excluded.push(option);
    const pile = piles[option] ?? [];
    piles[option] = [];
    for (const { ballot, place, value } of pile) deal(ballot, place + 1, value);
    votes[option] = 0;
    return { type: 'exclude', option };
  };

  const endStage = (action: StvAction) => {
    earlier.push([...votes]);
    const stage = stages.length + 1;
    const reached = byVotes([...continuing].filter((option) => votesOf(option) >= quotaUnits));
    for (const option of reached) {
      continuing.delete(option);
      filled.push({ option, how: 'quota', stage });
      if (votesOf(option) > quotaUnits) pendingSurplus.add(option);
    }
    const shown = [...votes.keys()].filter((option) => !excluded.includes(option));
    stages.push({
      action,
      votes: new Map(shown.map((option) => [option, votesOf(option)])),
      nonTransferable,
      elected: reached,
    });
  };

  const idOf = (option: number) => profile.options[option]?.id ?? '';
  /** Most votes first. Between equals the order changes nothing. */
  const byVotes = (options: readonly number[]): number[] =>
    options.toSorted((one, other) => votesOf(other) - votesOf(one) || tieBreak(idOf(one), idOf(other)));

  for (const at of ballots.keys()) deal(at, 0, UNITS_PER_VOTE);
  endStage({ type: 'first_preferences' });
  while (filled.length < seats && continuing.size > seats - filled.length) {
    endStage(
      pendingSurplus.size > 0
        ? transferSurplus(choose([...pendingSurplus], 'most'))
        : exclude(choose([...continuing], 'fewest')),
    );
  }
  if (filled.length < seats) {
    const stage = stages.length;
    for (const option of byVotes([...continuing])) filled.push({ option, how: 'last vacancies', stage });
  }
  return { valid, quota, stages, seats: filled, excluded, ties };
}

/** Exact also where the product passes what a double holds. */
function cutOff(surplus: number, value: number, held: number): number {
  const product = surplus * value;
  if (Number.isSafeInteger(product)) return Math.floor(product / held);
  return Number((BigInt(surplus) * BigInt(value)) / BigInt(held));
}
