import type { Id } from '#app/kernel/id.ts';

export type ShortlistDecision = 'shortlisted' | 'not-shortlisted';

/**
 * A quarter more pitches than awards leaves the room a real choice and keeps pitch day inside an afternoon;
 * without a pitch day there is nothing left to choose from, so it is the number of awards.
 */
export function shortlistSize(call: { awardsPlanned: number; hasPitchDay: boolean }): number {
  return call.hasPitchDay ? Math.ceil(call.awardsPlanned * 1.25) : call.awardsPlanned;
}

/** The first `size` ranks; a tie on the last place brings everyone who shares it. */
export function proposeShortlist(
  ranking: readonly { readonly applicationId: Id; readonly rank: number | null }[],
  size: number,
): ReadonlySet<Id> {
  return new Set(
    ranking.filter((entry) => entry.rank !== null && entry.rank <= size).map((entry) => entry.applicationId),
  );
}
