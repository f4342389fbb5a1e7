import type { Id } from '#app/kernel/id.ts';
import type { Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { idsUnderReview } from '../../application/queries/application-card.server.ts';
import type { CallFacts } from '../../call/queries/call-facts.server.ts';
import { freeInPot, liveOffers, nextInReserve } from '../rules/offering.ts';
import { closedReserves, findAwardsOfCall, findOutcomes, type OutcomeRow, releasedAt } from '../store.server.ts';

/** Who still waits for a place, and what a place could hold. */
export type ReserveList = {
  readonly isReleased: boolean;
  /** Still waiting, best place first; whoever took the application back does not. */
  readonly waiting: readonly OutcomeRow[];
  readonly nextId: Id | null;
  readonly liveOffers: number;
  readonly places: number;
  readonly freeMinor: Minor;
};

/** The reserve list of a call; whoever asks checks its reader. */
export function reserveList(context: Pick<Context, 'db' | 'now'>, call: CallFacts): ReserveList {
  const outcomes = findOutcomes(context.db, call.id);
  const offers = findAwardsOfCall(context.db, call.id);
  const standing = new Set(idsUnderReview(context, call.id));
  const reserveIds = outcomes.filter((row) => row.outcome === 'reserve').map((row) => row.applicationId);
  const settled = new Set([
    ...offers.map((offer) => offer.applicationId),
    ...closedReserves(context.db, reserveIds),
    ...reserveIds.filter((applicationId) => !standing.has(applicationId)),
  ]);
  return {
    isReleased: releasedAt(context.db, call.id) !== null,
    waiting: outcomes.filter((row) => row.outcome === 'reserve' && !settled.has(row.applicationId)),
    nextId: nextInReserve(outcomes, settled),
    liveOffers: liveOffers(offers, context.now).length,
    places: Math.max(call.awardsPlanned, outcomes.filter((row) => row.outcome === 'awarded').length),
    freeMinor: freeInPot(call.potMinor, offers, context.now),
  };
}
