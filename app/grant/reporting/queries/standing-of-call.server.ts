import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ApplicationCard, applicationsOfCall } from '../../application/queries/application-card.server.ts';
import { windowFor } from '../../application/rules/submitting.ts';
import { panelStateOfCall, shortlistingsOfCall } from '../../assessment/queries/panel-ranking.server.ts';
import { awardsOfCall } from '../../award/queries/award-card.server.ts';
import { outcomesOfCall } from '../../award/queries/outcome.server.ts';
import type { CallSummary } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { mentoredAwards } from '../../mentoring/queries/mentored.server.ts';
import { paidPartsOfCalls } from '../../payment/queries/paid-parts.server.ts';
import { eventOfCall } from '../../pitch-day/queries/event-of-call.server.ts';
import { type Standing, type StandingFacts, standingOf } from '../rules/standing.ts';

export type ApplicationStanding = {
  readonly card: ApplicationCard;
  readonly awardId: Id | null;
  readonly standing: Standing;
};

/**
 * Where every application of a call stands: the same number of queries however many there are.
 *
 * @param eyes  'applicant' sees a decision once it was told; 'staff' sees it once it was made
 */
export function standingsOfCall(context: Context, call: CallFor, eyes: 'applicant' | 'staff'): ApplicationStanding[] {
  const awards = new Map(awardsOfCall(context, call.id).map((award) => [award.applicationId, award]));
  const awardIds = [...awards.values()].map((award) => award.id);
  const shortlistings = shortlistingsOfCall(context, call.id);
  const outcomes = outcomesOfCall(context, call.id);
  const parts = paidPartsOfCalls(context, [call.id], awardIds);
  const mentored = mentoredAwards(context, awardIds);
  const event = eventOfCall(context, call.id);
  const panel = panelStateOfCall(context, call.id);
  return applicationsOfCall(context, call.id).map((card) => {
    const award = awards.get(card.id) ?? null;
    const outcome = outcomes.get(card.id);
    const isTold = eyes === 'staff' || (outcome?.toldAt ?? null) !== null;
    const paid = award === null ? undefined : parts.get(award.id);
    const own = windowFor({ opensAt: call.opensAt, closesAt: call.closesAt }, card.lateUntil);
    const facts: StandingFacts = {
      application: card.state,
      submittedAt: card.submittedAt,
      window: windowOf(own, context.now),
      closesAt: own.closesAt,
      panel,
      shortlisting: shortlistings.get(card.id)?.decision ?? null,
      hasPitchDay: call.hasPitchDay,
      pitchDayAt: event?.startsAt ?? null,
      pitchDay: event?.state ?? null,
      outcome: outcome !== undefined && isTold ? outcome.outcome : null,
      award: award?.state ?? null,
      payeeKnown: paid?.payeeKnown ?? false,
      tranchesPaid: paid?.paid ?? 0,
      tranchesPlanned: paid?.planned ?? 0,
      mentorMatched: award !== null && mentored.has(award.id),
    };
    return { card, awardId: award?.id ?? null, standing: standingOf(facts) };
  });
}

export type CallFor = Pick<CallSummary, 'id' | 'opensAt' | 'closesAt' | 'hasPitchDay'>;
