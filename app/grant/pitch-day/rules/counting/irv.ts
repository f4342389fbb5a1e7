import type { TieBreak } from '#app/kernel/lots.ts';
import { earlierDecides } from './earlier-decides.ts';
import type { Profile } from './profile.ts';

export type IrvRound = {
  /** Of those that are still in, by position. */
  readonly votes: ReadonlyMap<number, number>;
  readonly exhausted: number;
  /** Null in the last round. */
  readonly excluded: number | null;
};

export type RankedTie = {
  readonly stage: number;
  readonly why: 'surplus' | 'exclude' | 'first';
  /** By lot: those whom no earlier stage told apart either. */
  readonly tied: readonly number[];
  readonly chosen: number;
  readonly by: 'previous stage' | 'lot';
};

export type IrvCount = {
  readonly valid: number;
  readonly rounds: readonly IrvRound[];
  readonly winner: number;
  /** From 1; null when no ballot was left to make a majority. */
  readonly majorityRound: number | null;
  readonly ties: readonly RankedTie[];
};

/**
 * Instant run-off for one seat: each round every ballot counts for its first choice that is still in, and whoever has the
 * fewest leaves, until two are left. The one with more of those two wins.
 *
 * @param profile   ranked ballots and at least one option; ballots without a choice are not counted
 * @param tieBreak  when the earlier rounds do not tell the tied apart: whoever comes first leaves
 */
export function countIrv(profile: Profile, tieBreak: TieBreak): IrvCount {
  const size = profile.options.length;
  const ballots = profile.ballots.filter(({ choices }) => choices.length > 0);
  const valid = ballots.reduce((sum, { weight }) => sum + weight, 0);
  const isIn = new Array<boolean>(size).fill(true);
  const votes = new Array<number>(size).fill(0);
  const next = new Int32Array(ballots.length);
  let piles = profile.options.map((): number[] => []);
  let exhausted = 0;
  const deal = (at: number) => {
    const ballot = ballots[at];
    if (ballot === undefined) return;
    let place = next[at] ?? 0;
    while (place < ballot.choices.length && !isIn[ballot.choices[place] ?? 0]) place += 1;
    next[at] = place;
    const option = ballot.choices[place];
    if (option === undefined) {
      exhausted += ballot.weight;
      return;
    }
    votes[option] = (votes[option] ?? 0) + ballot.weight;
    piles[option]?.push(at);
  };
  for (const at of ballots.keys()) deal(at);
  const rounds: IrvRound[] = [];
  const earlier: number[][] = [];
  const ties: RankedTie[] = [];
  for (;;) {
    const left = [...isIn.keys()].filter((option) => isIn[option]);
    const shown = new Map(left.map((option) => [option, votes[option] ?? 0]));
    const fewest = Math.min(...shown.values());
    const last = left.filter((option) => shown.get(option) === fewest);
    const decision = last.length < 2 ? null : earlierDecides(last, earlier, 'fewest', profile, tieBreak);
    const leaves = decision?.chosen ?? last[0] ?? 0;
    if (decision !== null && left.length > 1) ties.push({ stage: rounds.length + 1, why: 'exclude', ...decision });
    if (left.length <= 2) {
      rounds.push({ votes: shown, exhausted, excluded: null });
      const winner = left.find((option) => option !== leaves) ?? leaves;
      const majority = rounds.findIndex((round) => 2 * Math.max(...round.votes.values()) > valid - round.exhausted);
      return { valid, rounds, winner, majorityRound: majority < 0 ? null : majority + 1, ties };
    }
    rounds.push({ votes: shown, exhausted, excluded: leaves });
    earlier.push([...votes]);
    isIn[leaves] = false;
    const pile = piles[leaves] ?? [];
    piles = piles.with(leaves, []);
    votes[leaves] = 0;
    for (const at of pile) deal(at);
  }
}
