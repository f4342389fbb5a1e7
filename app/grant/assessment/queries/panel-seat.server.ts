import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { MemberKind } from '../rules/composition.ts';
import { findMemberById } from '../store/panel.server.ts';

/** Whose seat this is, on which panel; for letters, so no actor is checked. */
export function panelSeat(context: Context, memberId: Id): { personId: Id; callId: Id; kind: MemberKind } | null {
  const member = findMemberById(context.db, memberId);
  return member === null ? null : { personId: member.personId, callId: member.callId, kind: member.kind };
}
