import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mayStart } from '../rules/access.ts';
import { decideTakeOver, type TakeOverRefusal } from '../rules/handing-over.ts';
import { answerHandover as answer, findOpenHandover, writeOwner } from '../store/handovers.server.ts';
import { findSafety, writeSafety } from '../store/safety.server.ts';
import { endMembership, findMember, insertMember } from '../store/team.server.ts';
import { findApplication, findDraft } from '../store.server.ts';

/**
 * Answers the question whether to take an application over. With a yes the two change places: who owned it goes on
 * editing as a member, in whatever state it is. Whom the one before has named stays kept away, and is theirs to know.
 */
export function answerHandover(
  context: Context,
  applicationId: Id,
  isAccepted: boolean,
): Outcome<'answered', TakeOverRefusal | 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    const asked = findOpenHandover(tx, applicationId);
    if (actor === null || found === null || asked?.toId !== actor.personId) return refused('not-found');
    promise(tx, context, { kind: 'handover-answered', subjectId: asked.id });
    if (!isAccepted) {
      answer(tx, asked.id, 'declined', context.now);
      return done('answered');
    }
    const call = callById(context, found.callId);
    invariant(call !== null, 'an application has a call: the foreign key says so');
    const member = findMember(tx, applicationId, actor.personId);
    const decision = decideTakeOver(found, {
      isInTeam: member !== null,
      mayStart: mayStart(actor, call),
      hasOwnDraft: findDraft(tx, found.callId, actor.personId) !== null,
    });
    if (!decision.ok) return decision;
    invariant(member !== null, 'who takes over is in the team: the rule has asked');
    answer(tx, asked.id, 'accepted', context.now);
    endMembership(tx, member.id, actor.personId, context.now);
    writeOwner(tx, applicationId, actor.personId);
    // How to reach somebody else, and when that is safe, is not the new owner's to read.
    const safety = findSafety(tx, [applicationId]).get(applicationId);
    if (safety !== undefined) {
      const nothing = { contactWay: 'either', contactNote: '' } as const;
      writeSafety(tx, { ...safety, ...nothing, revision: safety.revision + 1, savedAt: context.now });
    }
    insertMember(tx, {
      id: context.newId(),
      applicationId,
      personId: asked.fromId,
      role: 'edit',
      kind: 'team',
      joinedAt: context.now,
      invitationId: null,
    });
    return done('answered');
  });
}
