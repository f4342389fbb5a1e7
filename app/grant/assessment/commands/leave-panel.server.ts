import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { maySeeInvitation } from '../rules/access.ts';
import { decideLeave, type LeaveRefusal } from '../rules/membership.ts';
import { findMember, panelStateOf, setSeat } from '../store/panel.server.ts';

/** Gives the seat back, without a reason. Sheets that were handed in go on counting. */
export function leavePanel(context: Context, callId: Id): Outcome<'left', LeaveRefusal | 'not-found'> {
  const { actor } = context;
  if (actor === null) return refused('not-found');
  return context.transact((tx) => {
    const member = findMember(tx, callId, actor.personId);
    if (member === null || !maySeeInvitation(member.state)) return refused('not-found');
    const decision = decideLeave({ panel: panelStateOf(tx, callId), seat: member.state });
    if (decision.ok) setSeat(tx, member.id, decision.value, context.now);
    return decision;
  });
}
