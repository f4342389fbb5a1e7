import type { Id } from '#app/kernel/id.ts';
import { partnerById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import type { RankedApplication } from '../rules/ranking.ts';
import { findDecision } from '../store.server.ts';
import { type ApplicationOutcome, outcomeOf } from './outcome.server.ts';

/** What an applicant on the reserve list or without an award is told. */
export type OutcomeFacts = {
  readonly outcome: Pick<ApplicationOutcome, 'outcome' | 'position' | 'reason' | 'nearly' | 'reserveUntil'>;
  /** Her own line of the ranking; null when she was not on the shortlist. */
  readonly ranked: RankedApplication | null;
  readonly places: number;
  readonly title: string;
  readonly callTitle: string;
  readonly timeZone: string;
  readonly partnerName: string;
  readonly partnerEmail: string;
};

/** The outcome of an application once everybody was told, for the letter to the applicant: nobody who reads is checked. */
export function outcomeFacts(context: Context, applicationId: Id): OutcomeFacts | null {
  const card = applicationCard(context, applicationId);
  const call = card === null ? null : callById(context, card.callId);
  const told = outcomeOf(context, applicationId);
  if (card === null || call === null || told === null || told.toldAt === null || told.outcome === 'awarded')
    return null;
  const decision = findDecision(context.db, card.callId);
  const { outcome, position, reason, nearly, reserveUntil } = told;
  return {
    outcome: { outcome, position, reason, nearly, reserveUntil },
    ranked: decision?.ranking.find((entry) => entry.applicationId === applicationId) ?? null,
    places: decision?.ranking.length ?? 0,
    title: card.title,
    callTitle: call.title,
    timeZone: call.timeZone,
    partnerName: call.partnerName,
    partnerEmail: partnerById(context, call.partnerId)?.email ?? '',
  };
}
