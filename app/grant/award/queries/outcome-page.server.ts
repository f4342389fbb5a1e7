import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { partnerById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { myRole } from '../../application/queries/team.server.ts';
import { mayView } from '../../application/rules/team.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import type { RankedApplication } from '../rules/ranking.ts';
import { findAwardsOfCall, findDecision } from '../store.server.ts';
import { type ApplicationOutcome, outcomeOf } from './outcome.server.ts';

/** What an applicant on the reserve list or without an award is told. */
export type OutcomePage = {
  readonly outcome: Pick<ApplicationOutcome, 'outcome' | 'position' | 'reason' | 'nearly' | 'reserveUntil'>;
  /** Her own line of the ranking; null when she was not on the shortlist. */
  readonly ranked: RankedApplication | null;
  readonly ballots: number;
  readonly places: number;
  /** For a group on the reserve list: when the last offer has its answer at the latest. */
  readonly answersBy: Instant | null;
  readonly title: string;
  readonly callTitle: string;
  readonly timeZone: string;
  readonly partnerName: string;
  readonly partnerEmail: string;
};

/** The outcome of an application once everybody was told, for the team that made it; null for anybody else. */
export function outcomePage(context: Context, applicationId: Id): OutcomePage | null {
  const card = applicationCard(context, applicationId);
  if (card === null || !mayView(myRole(context, card))) return null;
  return outcomeFacts(context, applicationId);
}

/** The same without asking who reads: for the letter to the applicant. */
export function outcomeFacts(context: Context, applicationId: Id): OutcomePage | null {
  const card = applicationCard(context, applicationId);
  const call = card === null ? null : callById(context, card.callId);
  const told = outcomeOf(context, applicationId);
  if (card === null || call === null || told === null || told.toldAt === null || told.outcome === 'awarded')
    return null;
  const decision = findDecision(context.db, card.callId);
  const offers = findAwardsOfCall(context.db, card.callId).filter((offer) => offer.state === 'offered');
  const { outcome, position, reason, nearly, reserveUntil } = told;
  return {
    outcome: { outcome, position, reason, nearly, reserveUntil },
    ranked: decision?.ranking.find((entry) => entry.applicationId === applicationId) ?? null,
    ballots: decision?.formula.ballots ?? 0,
    places: decision?.ranking.length ?? 0,
    answersBy: offers.length === 0 ? null : Math.max(...offers.map((offer) => offer.respondBy)),
    title: card.title,
    callTitle: call.title,
    timeZone: call.timeZone,
    partnerName: call.partnerName,
    partnerEmail: partnerById(context, call.partnerId)?.email ?? '',
  };
}
