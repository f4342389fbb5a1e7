import type { Id } from '#app/kernel/id.ts';
import type { LineGroup } from './ranking/funding-line.ts';

export type ShortlistDecision = 'shortlisted' | 'not-shortlisted';

/**
 * A quarter more pitches than awards leaves the room a real choice and keeps pitch day inside an afternoon;
 * without a pitch day there is nothing left to choose from, so it is the number of awards.
 */
export function shortlistSize(call: { awardsPlanned: number; hasPitchDay: boolean }): number {
  return call.hasPitchDay ? Math.ceil(call.awardsPlanned * 1.25) : call.awardsPlanned;
}

/**
 * The first `size` ranks; a tie on the last place brings everyone who shares it. Where lots were drawn, whoever is clear
 * of the line, and whom the lots have chosen.
 *
 * @param chosen  by lot; null where none were drawn
 */
export function proposeShortlist(
  ranking: readonly { readonly applicationId: Id; readonly rank: number | null; readonly group?: LineGroup | null }[],
  size: number,
  chosen: ReadonlySet<Id> | null = null,
): ReadonlySet<Id> {
  const isIn = ({ applicationId, rank, group }: (typeof ranking)[number]) =>
    chosen === null ? rank !== null && rank <= size : group === 'above' || chosen.has(applicationId);
  return new Set(ranking.filter(isIn).map((entry) => entry.applicationId));
}
