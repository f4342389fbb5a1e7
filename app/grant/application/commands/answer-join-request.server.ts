import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { areKeptApart } from '../queries/kept-apart.server.ts';
import { myRoleIn, ownerOf } from '../queries/team.server.ts';
import { mayManageTeam } from '../rules/team.ts';
import { findJoinRequest, insertBlock, writeJoinAnswer } from '../store/match-making.server.ts';

/**
 * Answers a question to join up. With a yes both owners learn each other's names. Of a no the group that asked only
 * learns that it is one; nobody has to give a reason.
 *
 * @param answer  'blocked' says no, and neither finds the other ever again
 */
export function answerJoinRequest(
  context: Context,
  requestId: Id,
  answer: 'accepted' | 'declined' | 'blocked',
): Outcome<'answered', 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const request = findJoinRequest(tx, requestId);
    if (actor === null || request === null || !mayManageTeam(myRoleIn(context, request.toId))) {
      return refused('not-found');
    }
    if (answer === 'blocked') {
      for (const blocked of new Set([request.askedBy, ownerOf(context, request.fromId)])) {
        if (blocked !== actor.personId) insertBlock(tx, actor.personId, blocked, context.now);
      }
    }
    // Two taps are one answer, and the first one stands.
    if (request.answer !== null) return done('answered');
    // Said since it was asked: then there is nothing here to agree to.
    const isApart = areKeptApart(context, request.toId, request.fromId);
    if (answer === 'accepted' && isApart) return refused('not-found');
    const written = answer === 'accepted' ? 'accepted' : 'declined';
    writeJoinAnswer(tx, requestId, written, actor.personId, context.now);
    if (written === 'accepted') promise(tx, context, { kind: 'join-up-accepted', subjectId: requestId });
    return done('answered');
  });
}

/** Takes a question back before it is answered. */
export function takeJoinRequestBack(context: Context, requestId: Id): Outcome<'taken-back', 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const request = findJoinRequest(tx, requestId);
    if (actor === null || request === null || !mayManageTeam(myRoleIn(context, request.fromId))) {
      return refused('not-found');
    }
    if (request.answer === null) writeJoinAnswer(tx, requestId, 'taken-back', actor.personId, context.now);
    return done('taken-back');
  });
}
