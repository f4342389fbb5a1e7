import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ApplicationHead, underReviewAmong } from '../../application/queries/application-card.server.ts';
import type { PanelPlace } from '../rules/panel-order.ts';
import type { PanelState } from '../rules/panel-state.ts';
import type { ShortlistDecision } from '../rules/shortlisting.ts';
import { findPending } from '../store/decisions.server.ts';
import { findMember, findPanels, isConflicted } from '../store/panel.server.ts';
import { sheetsOfMember } from '../store/sheets.server.ts';
import {
  findShortlisting,
  findShortlistings,
  shortlistedCalls,
  shortlistingsOf,
} from '../store/shortlistings.server.ts';
import { rankedPanel } from './ranked-panel.server.ts';

/**
 * The panel's ranking of every application that still stands, best first. No actor is checked: whoever asks decides
 * who sees it, and shows none of it before scoring has closed.
 *
 * @returns means and spreads in thousandths of a score from 1 to 5; empty for an unknown call
 */
export function panelRanking(context: Context, callId: Id): readonly PanelPlace[] {
  return rankedPanel(context, callId)?.places ?? [];
}

/** The shortlisted applications that have not been withdrawn since, in order of reference. No actor is checked. */
export function shortlistOf(context: Context, callId: Id): ApplicationHead[] {
  const shortlisted = shortlistingsOf(context.db, callId).filter((row) => row.decision === 'shortlisted');
  return underReviewAmong(
    context,
    shortlisted.map((row) => row.applicationId),
  );
}

/** What was decided about one application when the shortlist was. */
export type Shortlisting = {
  readonly decision: ShortlistDecision;
  readonly reason: string;
  readonly nearly: boolean;
  /** In the order of the panel; null where it was not ranked. */
  readonly rank: number | null;
  readonly decidedAt: Instant;
};

/** What the manager decided about one application, and why; null before the shortlist is decided. */
export function shortlistingOf(context: Context, applicationId: Id): Shortlisting | null {
  const row = findShortlisting(context.db, applicationId);
  if (row === null) return null;
  const { decision, reason, nearly, rank, decidedAt } = row;
  return { decision, reason, nearly, rank, decidedAt };
}

/** The same for every application of a call, with the panel's mean as it stood: one query however many. No actor is checked. */
export function shortlistingsOfCall(
  context: Context,
  callId: Id,
): ReadonlyMap<Id, Shortlisting & { readonly meanMilli: number | null }> {
  return new Map(shortlistingsOf(context.db, callId).map((row) => [row.applicationId, row]));
}

/** What was decided about each of these applications: one query however many. No actor is checked. */
export function shortlistDecisions(
  context: Context,
  applicationIds: readonly Id[],
): ReadonlyMap<Id, ShortlistDecision> {
  return new Map(findShortlistings(context.db, applicationIds).map((row) => [row.applicationId, row.decision]));
}

/** How far the panel of each call is: one query however many. No actor is checked. */
export function panelStates(context: Context, callIds: readonly Id[]): ReadonlyMap<Id, PanelState> {
  const begun = new Map(findPanels(context.db, callIds).map((row) => [row.callId, row.state]));
  // Before anybody is invited a call has no row yet: it is being prepared all the same.
  return new Map(callIds.map((callId) => [callId, begun.get(callId) ?? 'preparing']));
}

/** Those of the calls whose shortlist is decided: one query however many. No actor is checked. */
export function callsWithShortlist(context: Context, callIds: readonly Id[]): ReadonlySet<Id> {
  return new Set(shortlistedCalls(context.db, callIds));
}

/** Whether the manager has decided about the call's applications: all at once, so any decision says so. */
export function isShortlistDecided(context: Context, callId: Id): boolean {
  return shortlistingsOf(context.db, callId).length > 0;
}

/** Whether a person, as a panel member, said that something ties her to the application. */
export function hasDeclaredConflict(context: Context, personId: Id, applicationId: Id): boolean {
  return isConflicted(context.db, personId, applicationId);
}

/** Whether a person has a seat on the call's panel now. */
export function isOnPanel(context: Context, personId: Id, callId: Id): boolean {
  return findMember(context.db, callId, personId)?.state === 'accepted';
}

/** Whether a person sits on the call's panel, or left it after she had begun to score. */
export function satOnPanel(context: Context, personId: Id, callId: Id): boolean {
  const member = findMember(context.db, callId, personId);
  if (member === null) return false;
  return member.state === 'accepted' || sheetsOfMember(context.db, member.id).length > 0;
}

/** Those of a call that were found not to fit its rules when the shortlist was decided. No actor is checked. */
export function foundIneligible(context: Context, callId: Id): ReadonlySet<Id> {
  const rows = findPending(context.db, callId).filter((row) => row.decision === 'ineligible');
  return new Set(rows.map((row) => row.applicationId));
}
