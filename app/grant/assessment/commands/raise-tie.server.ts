import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import { mayWeigh, runPanel } from '../queries/run-panel.server.ts';
import { decideRaise, type RaisedTie, type RaiseRefusal } from '../rules/raising-tie.ts';
import { findConflict, writeDeclaration } from '../store/panel.server.ts';
import { setSheetAside } from '../store/sheets.server.ts';

/**
 * Writes down a tie that staff know of. Access, desk and scores go in the same transaction, and the member is promised
 * a letter with the reason.
 */
export function raiseTie(context: Context, callId: Id, tie: RaisedTie): Outcome<'raised', RaiseRefusal | 'not-found'> {
  return context.transact((tx) => {
    const run = runPanel(context, callId);
    if (run === null) return refused('not-found');
    const cards = applicationsUnderReview(context, callId);
    if (!mayWeigh(context, cards)) return refused('not-found');
    const member = run.members.find(({ id, state }) => id === tie.memberId && state === 'accepted');
    const reference = tie.reference.trim().toUpperCase();
    const applicationId = cards.find((card) => card.reference.toUpperCase() === reference)?.id ?? null;
    const before =
      member === undefined || applicationId === null
        ? null
        : (findConflict(tx, member.id, applicationId)?.level ?? null);
    const decision = decideRaise({ isMember: member !== undefined, isTabled: applicationId !== null, before }, tie);
    if (!decision.ok) return decision;
    if (member === undefined || applicationId === null) return refused('not-found');
    setSheetAside(tx, member.id, applicationId);
    const step = { applicationId, level: tie.level, reason: tie.reason.trim() };
    writeDeclaration(tx, member.id, { ...step, raisedBy: 'staff', raisedById: run.managerId }, context.now);
    promise(tx, context, { kind: 'panel-tie-raised', subjectId: member.id, detail: { applicationId } });
    return done('raised');
  });
}
