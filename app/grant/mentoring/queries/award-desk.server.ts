import type { Id } from '#app/kernel/id.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { isInsider, ownerOf } from '../../application/queries/team.server.ts';
import { type AwardCard, awardById } from '../../award/queries/award-card.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { tranchesOf } from '../../payment/queries/tranches-of.server.ts';
import { mayRunMentoring } from '../rules/access.ts';
import { hasMentored } from '../store.server.ts';
import { type Mentoring, mentoringOf } from './mentoring-of.server.ts';

/** One award as the partner's manager follows it after the agreement. */
export type AwardDesk = {
  readonly award: AwardCard;
  readonly callTitle: string;
  readonly timeZone: string;
  readonly reference: string;
  readonly leadName: string;
  readonly leadEmail: string;
  readonly mentoring: Mentoring;
  readonly tranches: ReturnType<typeof tranchesOf>;
  /** A manager who mentors the group leaves its sign-off to somebody else. */
  readonly maySignOff: boolean;
};

/** An award and its mentoring, for a manager of its partner; null for anybody else. */
export function awardDesk(context: Context, awardId: Id): AwardDesk | null {
  const award = awardById(context, awardId);
  const { actor } = context;
  if (award === null || actor === null || !mayRunMentoring(actor, award)) return null;
  const call = callById(context, award.callId);
  if (call === null || isHiddenFromMe(context, award.applicationId)) return null;
  const lead = personById(context, ownerOf(context, award.applicationId));
  return {
    award,
    callTitle: call.title,
    timeZone: call.timeZone,
    reference: applicationCard(context, award.applicationId)?.reference ?? '',
    leadName: lead?.name ?? '',
    leadEmail: lead?.email ?? '',
    mentoring: mentoringOf(context, awardId),
    tranches: tranchesOf(context, awardId),
    maySignOff:
      !hasMentored(context.db, awardId, actor.personId) && !isInsider(context, award.applicationId, actor.personId),
  };
}
