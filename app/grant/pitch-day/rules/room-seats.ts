import { type Fraction, fraction } from '#app/kernel/fraction.ts';
import { bySmallerId, type TieBreak } from '#app/kernel/lots.ts';
import { mergeBallots, type Profile } from './counting/profile.ts';
import { countScottishStv, type StvCount, UNITS_PER_VOTE } from './counting/scottish-stv.ts';
import type { Manifest } from './manifest.ts';

/** What a room needs to fill seats from ranked ballots. */
export type RankedSeats = Pick<Manifest, 'options' | 'seats'>;

/** Whom the room elects, and which options only the lot told apart on the way. */
export type SeatsOutcome = {
  /** In the order of election. */
  readonly winners: readonly string[];
  /** Each in the order of the lot. */
  readonly ties: readonly (readonly string[])[];
};

/** How the seats were filled, for people to read. Votes are in `UNITS_PER_VOTE`, exact. */
export type SeatsCount = {
  /** Ballots that rank anybody. */
  readonly valid: number;
  /** In whole votes. */
  readonly quota: number;
  readonly rounds: readonly SeatsRound[];
};

export type SeatsRound = {
  /** What was done with whose votes; null at the first round, where everybody's first choice counts. */
  readonly moved: { readonly id: string; readonly why: 'surplus' | 'fewest' } | null;
  /** Only the lot told apart who it was. */
  readonly byLot: boolean;
  /** Of all that are still in or elected, most first. */
  readonly votes: readonly { readonly id: string; readonly units: number }[];
  readonly notTransferable: number;
  /** Who was elected at this round: by the quota, or as the last for the last seats. */
  readonly elected: readonly string[];
};

/**
 * Fills the seats by the single transferable vote as Scottish councils are elected; `scottish_stv` of the published
 * references. An option that nobody ranked does not take part: it is never elected, and never the fewest.
 *
 * @param ballots   positions in `options`, from 1, best first
 * @param tieBreak  whoever comes first among equals leaves, or has its surplus moved, first
 */
export function fillSeats(
  poll: RankedSeats,
  ballots: readonly (readonly number[])[],
  tieBreak: TieBreak,
): SeatsOutcome {
  const { count, idOf } = countSeats(poll, ballots, tieBreak);
  return {
    winners: count.seats.map(({ option }) => idOf(option)),
    ties: count.ties.filter(({ by }) => by === 'lot').map(({ tied }) => tied.map(idOf).toSorted(tieBreak)),
  };
}

/** The same, round by round. */
export function explainSeats(
  poll: RankedSeats,
  ballots: readonly (readonly number[])[],
  tieBreak: TieBreak = bySmallerId,
): SeatsCount {
  const { count, idOf } = countSeats(poll, ballots, tieBreak);
  const rounds = count.stages.map(({ action, votes, nonTransferable, elected }, at): SeatsRound => {
    const last = count.seats.filter(({ how, stage }) => how === 'last vacancies' && stage === at + 1);
    return {
      moved:
        action.type === 'first_preferences'
          ? null
          : { id: idOf(action.option), why: action.type === 'surplus' ? 'surplus' : 'fewest' },
      // A tie stands after one stage, and is broken for the next.
      byLot: count.ties.some(({ stage, by }) => stage === at && by === 'lot'),
      votes: [...votes]
        .map(([option, units]) => ({ id: idOf(option), units }))
        .toSorted((one, other) => other.units - one.units || tieBreak(one.id, other.id)),
      notTransferable: nonTransferable,
      elected: [...elected, ...last.map(({ option }) => option)].map(idOf),
    };
  });
  return { valid: count.valid, quota: count.quota, rounds };
}

/**
 * What part of the votes that elect each option earned, from 0 to 1: whoever is elected all of it, anybody else the most
 * votes it ever held of the quota. Options that nobody ranked are left out.
 */
export function seatShares({ quota, rounds }: SeatsCount): ReadonlyMap<string, Fraction> {
  const needed = BigInt(quota) * BigInt(UNITS_PER_VOTE);
  const most = new Map<string, number>();
  for (const { id, units } of rounds.flatMap(({ votes }) => votes)) most.set(id, Math.max(units, most.get(id) ?? 0));
  const elected = new Set(rounds.flatMap((round) => round.elected));
  return new Map([...most].map(([id, units]) => [id, elected.has(id) ? fraction(1) : fraction(BigInt(units), needed)]));
}

function countSeats(
  { options, seats }: RankedSeats,
  ballots: readonly (readonly number[])[],
  tieBreak: TieBreak,
): { readonly count: StvCount; readonly idOf: (option: number) => string } {
  const ranked = new Set(ballots.flat());
  const standing = options.filter((_, place) => ranked.has(place + 1));
  const placeOf = new Map(standing.map(({ id }, place) => [id, place]));
  const profile: Profile = {
    kind: 'ranking',
    options: standing.map(({ id, title }) => ({ id, name: title, cost: null })),
    ballots: ballots.map((choices) => ({
      weight: 1,
      choices: choices.flatMap((choice) => placeOf.get(options[choice - 1]?.id ?? '') ?? []),
      points: null,
    })),
    pointScale: 1,
    budget: null,
    seats,
  };
  return {
    count: countScottishStv(mergeBallots(profile), seats ?? 1, tieBreak),
    idOf: (option) => standing[option]?.id ?? '',
  };
}
