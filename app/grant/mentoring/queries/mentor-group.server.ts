import type { Id } from '#app/kernel/id.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationCard } from '../../application/queries/application-card.server.ts';
import { isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { ownerOf } from '../../application/queries/team.server.ts';
import { type AwardCard, awardById } from '../../award/queries/award-card.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { isMentorNow } from '../rules/access.ts';
import { canRelease } from '../rules/milestones.ts';
import { findLiveMatch } from '../store.server.ts';
import { type Mentoring, mentoringOf } from './mentoring-of.server.ts';

/** One group as its mentor sees it. */
export type MentorGroupPage = {
  readonly award: AwardCard;
  readonly callTitle: string;
  readonly timeZone: string;
  readonly oneLine: string;
  readonly language: string;
  readonly city: string;
  readonly leadName: string;
  readonly leadEmail: string;
  readonly mentoring: Mentoring;
  /** Whether a payment waits that no milestone is tied to yet. */
  readonly mayReleaseTranche: boolean;
};

/** The group of an award, for the mentor it has now; null for anybody else. */
export function mentorGroup(context: Context, awardId: Id): MentorGroupPage | null {
  if (!isMentorNow(context.actor, findLiveMatch(context.db, awardId)?.mentor.personId ?? null)) return null;
  const award = awardById(context, awardId);
  const call = award === null ? null : callById(context, award.callId);
  const card = award === null ? null : applicationCard(context, award.applicationId);
  if (award === null || call === null || card === null || isHiddenFromMe(context, card.id)) return null;
  const lead = personById(context, ownerOf(context, award.applicationId));
  const mentoring = mentoringOf(context, awardId);
  const releasing = mentoring.milestones.filter((milestone) => milestone.releasesTranche).length;
  return {
    award: { ...award, groupName: card.publicName },
    callTitle: call.title,
    timeZone: call.timeZone,
    oneLine: card.oneLine,
    language: card.language,
    city: card.city,
    // Who chose another name for the public does not want to be found by their own.
    leadName: card.publicName === card.groupName ? (lead?.name ?? '') : card.publicName,
    leadEmail: lead?.email ?? '',
    mentoring,
    mayReleaseTranche: canRelease({ releasing, trancheCount: award.trancheWeights.length }),
  };
}
