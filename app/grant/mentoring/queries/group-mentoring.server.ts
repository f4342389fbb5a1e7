import type { Id } from '#app/kernel/id.ts';
import { partnerById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type AwardCard, awardOfApplication } from '../../award/queries/award-card.server.ts';
import { isRecipient } from '../../award/rules/access.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { type Mentoring, mentoringOf } from './mentoring-of.server.ts';

export type GroupMentoring = {
  readonly award: AwardCard;
  readonly timeZone: string;
  readonly partnerName: string;
  readonly partnerEmail: string;
  readonly mentoring: Mentoring;
};

/** The mentoring of an application's award as the group sees it; null for anybody else, and before it accepted. */
export function groupMentoring(context: Context, applicationId: Id): GroupMentoring | null {
  const award = awardOfApplication(context, applicationId);
  if (award === null || award.state !== 'accepted' || !isRecipient(context.actor, award)) return null;
  const call = callById(context, award.callId);
  if (call === null) return null;
  return {
    award,
    timeZone: call.timeZone,
    partnerName: call.partnerName,
    partnerEmail: partnerById(context, award.partnerId)?.email ?? '',
    mentoring: mentoringOf(context, award.id),
  };
}
