import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { partnerById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { myRoleIn } from '../../application/queries/team.server.ts';
import { maySign, mayView } from '../../application/rules/team.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { findAcceptance, findAwardOfApplication } from '../store.server.ts';
import { type AwardCard, awardById } from './award-card.server.ts';

/** What a group reads before it agrees, and keeps afterwards. */
export type OfferPage = {
  readonly award: AwardCard;
  /** Who may sign for the group answers; the rest of the team reads along. */
  readonly mayAnswer: boolean;
  readonly callTitle: string;
  readonly timeZone: string;
  readonly partnerName: string;
  readonly partnerEmail: string;
  readonly agreementText: string;
  readonly agreementHash: string;
  readonly agreementVersion: string;
  readonly acceptance: { readonly typedName: string; readonly acceptedAt: Instant } | null;
};

/** The offer made for an application, for the team that made it; null for anybody else. */
export function offerPage(context: Context, applicationId: Id): OfferPage | null {
  const row = findAwardOfApplication(context.db, applicationId);
  const role = myRoleIn(context, applicationId);
  if (row === null || !mayView(role)) return null;
  const award = awardById(context, row.id);
  const call = callById(context, row.callId);
  if (award === null || call === null) return null;
  const accepted = findAcceptance(context.db, row.id);
  return {
    award,
    mayAnswer: maySign(role),
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
