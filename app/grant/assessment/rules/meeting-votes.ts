import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Standing, Stay } from './meeting-standing.ts';

export const VOTES = ['for', 'against', 'abstain'] as const;
export type Vote = (typeof VOTES)[number];

export type VoteCount = {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  /** Cast by somebody whose tie came to light afterwards: kept, and not counted. */
  readonly setAside: number;
  /** Of the first three: said aloud, and entered by the chair. */
  readonly entered: number;
  /** Could have voted, and did not: still there at the end, or marked as gone by somebody else. */
  readonly unheard: number;
};

/** Counts what the panel said to one application. */
export function countVotes(
  votes: readonly { readonly vote: Vote; readonly standing: Standing; readonly isEntered: boolean }[],
  unheard: number,
): VoteCount {
  const counted = votes.filter(({ standing }) => standing === 'free');
  const of = (vote: Vote) => counted.filter((each) => each.vote === vote).length;
  return {
    for: of('for'),
    against: of('against'),
    abstain: of('abstain'),
    setAside: votes.length - counted.length,
    entered: counted.filter(({ isEntered }) => isEntered).length,
    unheard,
  };
}

type Seen = Readonly<Record<Vote, number>>;

/**
 * What the room saw first, where the votes say another thing by now because somebody voted anew. Where a tie took a vote out
 * it is not said: the difference would be how she voted.
 */
export function firstIfOther(first: Seen | null, now: Seen): Seen | null {
  if (first === null || VOTES.every((vote) => first[vote] === now[vote])) return null;
  const cast = (seen: Seen) => seen.for + seen.against + seen.abstain;
  return cast(now) < cast(first) ? null : first;
}

/** A stay, and whether it was somebody else who ended it for her. */
export type MarkedStay = Stay & { readonly wasMarkedGone: boolean };

export type Unheard = { readonly memberId: Id; readonly wasMarkedGone: boolean };

/**
 * Whose vote is missing: of those free of ties, whoever is there to the end and has not voted, and whoever was there
 * while the application was on the table and was marked as gone by somebody else. Nobody makes a vote whole by sending
 * a voter home. Whoever leaves by her own hand owes nothing.
 *
 * @param stays    in the order in which they came
 * @param onTable  from when until when it was talked about; `until` is null while it is
 */
export function unheardOf(
  stays: readonly MarkedStay[],
  onTable: { readonly from: Instant; readonly until: Instant | null },
  isFree: (memberId: Id) => boolean,
  hasVoted: (memberId: Id) => boolean,
): Unheard[] {
  const { from, until } = onTable;
  const meant = stays.filter(({ cameAt }) => until === null || cameAt <= until);
  const last = new Map(meant.map((stay) => [stay.memberId, stay]));
  return [...last.values()].flatMap(({ memberId, wentAt, wasMarkedGone }): Unheard[] => {
    if (!isFree(memberId) || hasVoted(memberId)) return [];
    const wasSent = wasMarkedGone && wentAt !== null && wentAt >= from && (until === null || wentAt <= until);
    // Whoever leaves at the moment of the end was still there, as `hereAt` has it.
    const wasThere = wentAt === null || (until !== null && wentAt >= until);
    return wasSent || wasThere ? [{ memberId, wasMarkedGone: wasSent }] : [];
  });
}
