import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { myRole } from '../queries/team.server.ts';
import { decideHandover, type HandoverRefusal } from '../rules/handing-over.ts';
import { mayManageTeam } from '../rules/team.ts';
import { answerHandover, findOpenHandover, insertHandover } from '../store/handovers.server.ts';
import { findMember } from '../store/team.server.ts';
import { findApplication } from '../store.server.ts';

/** Asks somebody of the team to take the application over; nothing changes before they say yes. */
export function askToTakeOver(
  context: Context,
  applicationId: Id,
  personId: Id,
): Outcome<'asked', HandoverRefusal | 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (actor === null || found === null || !mayManageTeam(myRole(context, found))) return refused('not-found');
    const open = findOpenHandover(tx, applicationId);
    // Two taps ask once.
    if (open?.toId === personId) return done('asked');
    const decision = decideHandover(found, findMember(tx, applicationId, personId), open !== null);
    if (!decision.ok) return decision;
    const id = context.newId();
    insertHandover(tx, { id, applicationId, fromId: actor.personId, toId: personId, askedAt: context.now });
    promise(tx, context, { kind: 'handover-asked', subjectId: id });
    return done('asked');
  });
}

/** Takes the question back before it is answered. */
export function takeHandoverBack(context: Context, applicationId: Id): Outcome<'taken-back', 'not-found'> {
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (found === null || !mayManageTeam(myRole(context, found))) return refused('not-found');
    const open = findOpenHandover(tx, applicationId);
    if (open !== null) answerHandover(tx, open.id, 'taken-back', context.now);
    return done('taken-back');
  });
}
