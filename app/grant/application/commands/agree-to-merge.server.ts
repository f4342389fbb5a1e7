import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { areKeptApart } from '../queries/kept-apart.server.ts';
import { myRole, myRoleIn } from '../queries/team.server.ts';
import { decideOfferMerge, type OfferMergeRefusal } from '../rules/merging.ts';
import { mayManageTeam } from '../rules/team.ts';
import { findJoinRequests } from '../store/match-making.server.ts';
import { endMerge, findMerge, findOpenMerges, insertMerge, markAgreed } from '../store/merges.server.ts';
import { findApplication } from '../store.server.ts';

/** Offers another group that agreed to join up to put its draft into this one. Nothing is read before it agrees. */
export function offerMerge(
  context: Context,
  intoId: Id,
  fromId: Id,
): Outcome<'offered', OfferMergeRefusal | 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const [into, from] = [findApplication(tx, intoId), findApplication(tx, fromId)];
    if (actor === null || into === null || from === null) return refused('not-found');
    if (!mayManageTeam(myRole(context, into))) return refused('not-found');
    const isTogether = findJoinRequests(tx, intoId).some(
      (request) => request.answer === 'accepted' && [request.fromId, request.toId].includes(fromId),
    );
    if (!isTogether || areKeptApart(context, intoId, fromId)) return refused('not-found');
    const open = [...findOpenMerges(tx, intoId), ...findOpenMerges(tx, fromId)];
    const decision = decideOfferMerge(into, from, open.length > 0);
    if (!decision.ok) return decision;
    insertMerge(tx, { id: context.newId(), intoId, fromId, offeredAt: context.now, offeredBy: actor.personId });
    return done('offered');
  });
}

/** The owner of the draft that goes agrees: from now on the other owner reads it beside her own. */
export function agreeToMerge(context: Context, mergeId: Id): Outcome<'agreed', 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const merge = findMerge(tx, mergeId);
    if (actor === null || merge === null || merge.end !== null) return refused('not-found');
    if (!mayManageTeam(myRoleIn(context, merge.fromId))) return refused('not-found');
    if (areKeptApart(context, merge.intoId, merge.fromId)) return refused('not-found');
    if (merge.agreedAt === null) markAgreed(tx, mergeId, actor.personId, context.now);
    return done('agreed');
  });
}

/** Either owner ends it before it is done: nothing has changed in either draft. */
export function endOfferedMerge(context: Context, mergeId: Id): Outcome<'ended', 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const merge = findMerge(tx, mergeId);
    if (actor === null || merge === null) return refused('not-found');
    const isTheirs = mayManageTeam(myRoleIn(context, merge.fromId));
    if (!isTheirs && !mayManageTeam(myRoleIn(context, merge.intoId))) return refused('not-found');
    if (merge.end === null) {
      endMerge(tx, mergeId, isTheirs ? 'declined' : 'taken-back', actor.personId, context.now);
    }
    return done('ended');
  });
}
