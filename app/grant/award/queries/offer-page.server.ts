import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { partnerById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { isRecipient } from '../rules/access.ts';
import { findAcceptance, findAwardOfApplication } from '../store.server.ts';
import { type AwardCard, awardById } from './award-card.server.ts';

/** What a group reads before it agrees, and keeps afterwards. */
export type OfferPage = {
  readonly award: AwardCard;
  readonly callTitle: string;
  readonly timeZone: string;
  readonly partnerName: string;
  readonly partnerEmail: string;
  readonly agreementText: string;
  readonly agreementHash: string;
  readonly agreementVersion: string;
  readonly acceptance: { readonly typedName: string; readonly acceptedAt: Instant } | null;
};

/** The offer made for an application, for its recipient; null for anybody else. */
export function offerPage(context: Context, applicationId: Id): OfferPage | null {
  const row = findAwardOfApplication(context.db, applicationId);
  if (row === null || !isRecipient(context.actor, row)) return null;
  const award = awardById(context, row.id);
  const call = callById(context, row.callId);
  if (award === null || call === null) return null;
  const accepted = findAcceptance(context.db, row.id);
  return {
    award,
    callTitle: call.title,
    timeZone: call.timeZone,
    partnerName: call.partnerName,
    partnerEmail: partnerById(context, call.partnerId)?.email ?? '',
    agreementText: row.agreementText,
    agreementHash: row.agreementHash,
    agreementVersion: row.agreementVersion,
    acceptance: accepted === null ? null : { typedName: accepted.typedName, acceptedAt: accepted.acceptedAt },
  };
}
