import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Composition } from './composition.ts';
import type { PanelState } from './panel-state.ts';

export type ShortlistDecision = 'shortlisted' | 'not-shortlisted';

export type ShortlistChoice = {
  readonly applicationId: Id;
  readonly decision: ShortlistDecision;
  /** In words the group can read: it is sent to them. */
  readonly reason: string;
};

export type ShortlistRefusal =
  | 'not-closed'
  | 'already-decided'
  | 'composition-not-met'
  | 'unknown-application'
  | 'decision-missing'
  | 'reason-missing'
  | 'reason-too-long'
  | 'nobody-shortlisted';

export const SHORTLIST_REASON_MAX = 600;

/** One decision, with its reason, for every application that still stands, all in one go. */
export function decideShortlisting(
  facts: {
    panel: PanelState;
    isDecided: boolean;
    composition: Composition;
    applicationIds: readonly Id[];
  },
  choices: readonly ShortlistChoice[],
): Outcome<'decided', ShortlistRefusal> {
  if (facts.panel !== 'closed') return refused('not-closed');
  if (facts.isDecided) return refused('already-decided');
  if (!facts.composition.isMet) return refused('composition-not-met');
  const chosen = new Set(choices.map((choice) => choice.applicationId));
  const known = new Set(facts.applicationIds);
  if (![...chosen].every((id) => known.has(id))) return refused('unknown-application');
  if (choices.length !== facts.applicationIds.length || chosen.size !== choices.length)
    return refused('decision-missing');
  if (choices.some((choice) => choice.reason.trim() === '')) return refused('reason-missing');
  if (choices.some((choice) => choice.reason.trim().length > SHORTLIST_REASON_MAX)) return refused('reason-too-long');
  if (!choices.some((choice) => choice.decision === 'shortlisted')) return refused('nobody-shortlisted');
  return done('decided');
}

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
