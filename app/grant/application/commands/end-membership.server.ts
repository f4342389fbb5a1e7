import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { myRole } from '../queries/team.server.ts';
import { mayManageTeam } from '../rules/team.ts';
import { answerHandover, findOpenHandover } from '../store/handovers.server.ts';
import { endMembership as end, findMember } from '../store/team.server.ts';
import { findApplication } from '../store.server.ts';

/**
 * Takes somebody out of the team, or lets them leave. What they wrote stays with the application, their name with
 * what they did. If they were asked to take it over, that question ends too.
 *
 * @param personId  themselves, or, for the owner, anybody in the team
 */
export function endMembership(context: Context, applicationId: Id, personId: Id): Outcome<'ended', 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    const member = findMember(tx, applicationId, personId);
    if (actor === null || found === null || member === null) return refused('not-found');
    if (actor.personId !== personId && !mayManageTeam(myRole(context, found))) return refused('not-found');
    end(tx, member.id, actor.personId, context.now);
    const asked = findOpenHandover(tx, applicationId);
    if (asked?.toId === personId) {
      answerHandover(tx, asked.id, actor.personId === personId ? 'declined' : 'taken-back', context.now);
    }
    return done('ended');
  });
}
