import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { maySeeInvitation } from '../rules/access.ts';
import { decideLeave, type LeaveRefusal } from '../rules/membership.ts';
import { givenOut, release } from '../store/assignments.server.ts';
import { findMember, panelStateOf, setSeat } from '../store/panel.server.ts';
import { sheetsOfMember } from '../store/sheets.server.ts';

/** Gives the seat back, without a reason. Sheets that were handed in go on counting; the rest leaves her desk. */
export function leavePanel(context: Context, callId: Id): Outcome<'left', LeaveRefusal | 'not-found'> {
  const { actor } = context;
  if (actor === null) return refused('not-found');
  return context.transact((tx) => {
    const member = findMember(tx, callId, actor.personId);
    if (member === null || !maySeeInvitation(member.state)) return refused('not-found');
    const decision = decideLeave({ panel: panelStateOf(tx, callId), seat: member.state });
    if (!decision.ok) return decision;
    const handedIn = new Set(
      sheetsOfMember(tx, member.id).flatMap((sheet) => (sheet.state === 'submitted' ? [sheet.applicationId] : [])),
    );
    const unfinished = givenOut(tx, callId).filter(
      (pair) => pair.memberId === member.id && !handedIn.has(pair.applicationId),
    );
    release(tx, unfinished, 'left', context.now);
    setSeat(tx, member.id, decision.value, context.now);
    return decision;
  });
}
