import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { ApplicationCard } from '../../application/queries/application-card.server.ts';
import { findingsOf, toldFindingsOf } from '../../application/queries/eligibility.server.ts';
import { reopenedAmong } from '../../application/queries/open-reopening.server.ts';
import { windowFor } from '../../application/rules/submitting.ts';
import { panelStates, shortlistDecisions } from '../../assessment/queries/panel-ranking.server.ts';
import { awardsOfApplications } from '../../award/queries/award-card.server.ts';
import { outcomesOf } from '../../award/queries/outcome.server.ts';
import type { CallSummary } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { mentoredAwards } from '../../mentoring/queries/mentored.server.ts';
import { paidPartsOfCalls } from '../../payment/queries/paid-parts.server.ts';
import { eventsOfCalls } from '../../pitch-day/queries/events-of-calls.server.ts';
import { type Standing, type StandingFacts, standingOf } from '../rules/standing.ts';

export type ApplicationStanding = {
  readonly card: ApplicationCard;
  readonly awardId: Id | null;
  readonly standing: Standing;
};

type CallFor = Pick<CallSummary, 'id' | 'opensAt' | 'closesAt' | 'hasPitchDay'>;

/**
 * Where each of these applications stands: the same number of queries however many there are, of one call or of many.
 *
 * @param calls  of the applications; one whose call is not among them is left out
 * @param eyes   'applicant' sees a decision once it was told; 'staff' sees it once it was made
 */
export function standingsOf(
  context: Context,
  cards: readonly ApplicationCard[],
  calls: readonly CallFor[],
  eyes: 'applicant' | 'staff',
): ApplicationStanding[] {
  const applicationIds = cards.map((card) => card.id);
  const callIds = calls.map((call) => call.id);
  const callOf = new Map(calls.map((call) => [call.id, call]));
  const awards = awardsOfApplications(context, applicationIds);
  const awardIds = [...awards.values()].map((award) => award.id);
  const decisions = shortlistDecisions(context, applicationIds);
  const outcomes = outcomesOf(context, applicationIds);
  const parts = paidPartsOfCalls(context, callIds, awardIds);
  const mentored = mentoredAwards(context, awardIds);
  const events = eventsOfCalls(context, callIds);
  const panels = panelStates(context, callIds);
  const findings = eyes === 'staff' ? findingsOf(context, applicationIds) : toldFindingsOf(context, applicationIds);
  const reopened = reopenedAmong(context, applicationIds);
  return cards.flatMap((card) => {
    const call = callOf.get(card.callId);
    if (call === undefined) return [];
    const event = events.get(call.id);
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
      panel: panels.get(call.id) ?? 'preparing',
      eligibility: hinderedBy(findings.get(card.id)),
      isReopened: reopened.has(card.id),
      shortlisting: decisions.get(card.id) ?? null,
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
    return [{ card, awardId: award?.id ?? null, standing: standingOf(facts) }];
  });
}

function hinderedBy(finding: string | undefined): StandingFacts['eligibility'] {
  return finding === 'not-eligible' || finding === 'more-needed' ? finding : null;
}
