import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { MemberKind } from '../rules/composition.ts';
import { findMemberById, panelStateOf } from '../store/panel.server.ts';
import { findInterestById } from '../store/panel-interest.server.ts';

/** Whose seat this is, on which panel; for letters, so no actor is checked. */
export function panelSeat(context: Context, memberId: Id): { personId: Id; callId: Id; kind: MemberKind } | null {
  const member = findMemberById(context.db, memberId);
  return member === null ? null : { personId: member.personId, callId: member.callId, kind: member.kind };
}

/** Who put their name down, and for which call; for letters, so no actor is checked. */
export function interestById(context: Context, interestId: Id): { personId: Id; callId: Id } | null {
  const interest = findInterestById(context.db, interestId);
  return interest === null ? null : { personId: interest.personId, callId: interest.callId };
}

/** Whether scoring on a panel has ended; for letters, so no actor is checked. */
export function isPanelClosed(context: Context, callId: Id): boolean {
  return panelStateOf(context.db, callId) === 'closed';
}
