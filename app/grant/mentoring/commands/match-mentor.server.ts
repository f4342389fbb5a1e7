import { isStaffOf } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { actorOf } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { isHiddenFrom, isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { isInsider } from '../../application/queries/team.server.ts';
import { rememberMentor } from '../../assessment/commands/remember-mentor.server.ts';
import { satOnPanel } from '../../assessment/queries/panel-ranking.server.ts';
import { awardById } from '../../award/queries/award-card.server.ts';
import { recuseSigner } from '../../payment/commands/recuse-signer.server.ts';
import { mayRunMentoring } from '../rules/access.ts';
import { decideMatch, type MatchRefusal } from '../rules/matching.ts';
import { endMatch, findLiveMatch, findMentor, insertMatch } from '../store.server.ts';

/**
 * Gives a group its mentor; a mentor it had before is thanked and sees it no longer. From now on the mentor signs none
 * of the group's payments, whatever duty she is given later.
 */
export function matchMentor(
  context: Context,
  awardId: Id,
  mentorId: Id,
): Outcome<{ matchId: Id }, MatchRefusal | 'signed-payments' | 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const award = awardById(context, awardId);
    if (award === null || actor === null || !mayRunMentoring(actor, award)) return refused('not-found');
    if (isHiddenFromMe(context, award.applicationId)) return refused('not-found');
    const mentor = findMentor(tx, mentorId);
    if (mentor === null || mentor.partnerId !== award.partnerId) return refused('not-found');
    const current = findLiveMatch(tx, awardId);
    const decision = decideMatch({
      isAccepted: award.state === 'accepted',
      currentMentorId: current?.mentor.id ?? null,
      mentorId,
      isInsider: isInsider(context, award.applicationId, mentor.personId),
      satOnPanel: satOnPanel(context, mentor.personId, award.callId),
      worksForPartner: isStaffOf(actorOf(context, mentor.personId), award.partnerId),
      isNamed: isHiddenFrom(context, award.applicationId, mentor.personId),
    });
    if (!decision.ok) return decision;
    const recusal = recuseSigner(tx, context, awardId, mentor.personId);
    if (!recusal.ok) return recusal;
    if (current !== null) endMatch(tx, current.match.id, context.now);
    const matchId = context.newId();
    insertMatch(tx, {
      id: matchId,
      awardId,
      mentorId,
      matchedAt: context.now,
      matchedBy: actor.personId,
      agreedByGroupAt: null,
      endedAt: null,
    });
    rememberMentor(tx, mentor.personId, award.applicationId, context.now);
    promise(tx, context, { kind: 'mentor-matched', subjectId: matchId });
    return done({ matchId });
  });
}
