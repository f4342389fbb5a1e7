import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { introducePerson } from '#app/people/commands/introduce-person.server.ts';
import { partnerStaff } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { runPanel } from '../queries/run-panel.server.ts';
import type { MemberKind } from '../rules/composition.ts';
import { decideInvite, type InviteRefusal } from '../rules/membership.ts';
import { findMember, insertMember, inviteAgain, preparePanel } from '../store/panel.server.ts';

/** Asks somebody, known to the portal or not, to sit on the panel, and promises them a letter. */
export function invitePanelMember(
  context: Context,
  callId: Id,
  named: { name: string; email: string; kind: MemberKind },
): Outcome<{ memberId: Id }, InviteRefusal | 'not-found'> {
  return context.transact((tx) => {
    const run = runPanel(context, callId);
    if (run === null) return refused('not-found');
    const { call, state, managerId } = run;
    const personId = introducePerson(tx, context, named);
    const isManager = partnerStaff(context, call.partnerId).some(
      (staff) => staff.personId === personId && staff.duty === 'manager',
    );
    const before = findMember(tx, callId, personId);
    const decision = decideInvite({ panel: state, isManager, seat: before?.state ?? null });
    if (!decision.ok) return decision;
    const invitation = { kind: named.kind, invitedBy: managerId, invitedAt: context.now };
    const memberId = before?.id ?? context.newId();
    if (before === null) {
      preparePanel(tx, callId);
      insertMember(tx, { id: memberId, callId, personId, state: 'invited', ...invitation });
    } else inviteAgain(tx, memberId, invitation);
    promise(tx, context, { kind: 'panel-invitation-made', subjectId: memberId });
    return done({ memberId });
  });
}
