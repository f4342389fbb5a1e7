import type { Id } from '#app/kernel/id.ts';
import { partnerById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { myRoleIn } from '../../application/queries/team.server.ts';
import { maySign, mayView } from '../../application/rules/team.ts';
import { type AwardCard, awardOfApplication } from '../../award/queries/award-card.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { type Mentoring, mentoringOf } from './mentoring-of.server.ts';

export type GroupMentoring = {
  readonly award: AwardCard;
  /** Who may sign for the group agrees and answers; the rest of the team reads along. */
  readonly mayAnswer: boolean;
  readonly timeZone: string;
  readonly partnerName: string;
  readonly partnerEmail: string;
  readonly mentoring: Mentoring;
};

/** The mentoring of an application's award as the group sees it; null for anybody else, and before it accepted. */
export function groupMentoring(context: Context, applicationId: Id): GroupMentoring | null {
  const award = awardOfApplication(context, applicationId);
  const role = myRoleIn(context, applicationId);
  if (award === null || award.state !== 'accepted' || !mayView(role)) return null;
  const call = callById(context, award.callId);
  if (call === null) return null;
  return {
    award,
    mayAnswer: maySign(role),
    timeZone: call.timeZone,
    partnerName: call.partnerName,
    partnerEmail: partnerById(context, award.partnerId)?.email ?? '',
    mentoring: mentoringOf(context, award.id),
  };
}
