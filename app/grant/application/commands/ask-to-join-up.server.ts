import { type Id, isId } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { mayFind } from '../queries/findable-groups.server.ts';
import { myRole } from '../queries/team.server.ts';
import { type AskRefusal, decideAsk } from '../rules/joining-up.ts';
import { mayManageTeam } from '../rules/team.ts';
import { findJoinRequest, findJoinRequests, insertJoinRequest } from '../store/match-making.server.ts';
import { findApplication } from '../store.server.ts';

/**
 * Asks another group of the call to join up. Only a group that can be found can be asked.
 *
 * @param request.id  made for the form, so that the same form sent twice asks once
 */
export function askToJoinUp(
  context: Context,
  applicationId: Id,
  request: { readonly id: Id; readonly toId: Id; readonly message: string },
): Outcome<'asked', AskRefusal | 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (actor === null || found === null || !mayManageTeam(myRole(context, found))) return refused('not-found');
    if (!isId(request.id)) return refused('not-found');
    if (findJoinRequest(tx, request.id) !== null) return refused('already-asked');
    if (!mayFind(context, found, request.toId)) return refused('not-found');
    const asked = findJoinRequests(tx, applicationId).filter(({ fromId }) => fromId === applicationId);
    const decision = decideAsk(request.message, request.toId, asked, context.now);
    if (!decision.ok) return decision;
    insertJoinRequest(tx, {
      id: request.id,
      fromId: applicationId,
      toId: request.toId,
      message: request.message.trim(),
      askedAt: context.now,
      askedBy: actor.personId,
    });
    promise(tx, context, { kind: 'join-up-asked', subjectId: request.id });
    return done('asked');
  });
}
