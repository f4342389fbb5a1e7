import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { hiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { chosenNames } from '../../application/queries/public-names.server.ts';
import { awardsById } from '../../award/queries/award-card.server.ts';
import { callsOfPartners } from '../../call/queries/call-facts.server.ts';
import { checkInState } from '../rules/checking-in.ts';
import { findCheckIns, findLiveMatchesOfPerson, findMentorsOfPerson, findMilestones } from '../store.server.ts';

export type MentorGroup = {
  readonly awardId: Id;
  readonly groupName: string;
  readonly title: string;
  readonly timeZone: string;
  readonly nextMilestone: { readonly title: string; readonly dueAt: Instant } | null;
  readonly lastCheckInAt: Instant | null;
  /** Check-ins the group said are not right and that were not recorded again since. */
  readonly hasDispute: boolean;
};

/** The groups the signed-in person mentors; null when she is nobody's mentor at all. The same few queries, however many groups. */
export function mentorGroups(context: Context): MentorGroup[] | null {
  const { actor } = context;
  if (actor === null || findMentorsOfPerson(context.db, actor.personId).length === 0) return null;
  const matched = findLiveMatchesOfPerson(context.db, actor.personId).map((live) => live.match.awardId);
  const awards = awardsById(context, matched);
  const hidden = hiddenFromMe(
    context,
    [...awards.values()].map((award) => award.applicationId),
  );
  const awardIds = matched.filter((awardId) => !hidden.has(awards.get(awardId)?.applicationId ?? ''));
  const partnerIds = [...new Set([...awards.values()].map((award) => award.partnerId))];
  const names = chosenNames(
    context,
    [...awards.values()].map((award) => award.applicationId),
  );
  const zones = new Map(callsOfPartners(context, partnerIds).map((call) => [call.id, call.timeZone]));
  const milestones = findMilestones(context.db, awardIds);
  const checkIns = findCheckIns(context.db, awardIds);
  return awardIds.flatMap((awardId) => {
    const award = awards.get(awardId);
    if (award === undefined) return [];
    const next = milestones.find((row) => row.awardId === awardId && row.state === 'open');
    const newest = checkIns.find((row) => row.awardId === awardId);
    return {
      awardId,
      groupName: names.get(award.applicationId) ?? award.groupName,
      title: award.title,
      timeZone: zones.get(award.callId) ?? 'UTC',
      nextMilestone: next === undefined ? null : { title: next.title, dueAt: next.dueAt },
      lastCheckInAt: newest?.heldAt ?? null,
      hasDispute: newest !== undefined && checkInState(newest) === 'not-right',
    };
  });
}
