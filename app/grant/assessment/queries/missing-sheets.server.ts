import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { idsUnderReview } from '../../application/queries/application-card.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { type Remindable, scoresDueAt } from '../rules/panel-reminders.ts';
import { lastGiven } from '../store/assignments.server.ts';
import { countDeclarations, countSheets, findPanel, membersOf } from '../store/panel.server.ts';
import { lastReminders } from '../store/panel-reminders.server.ts';
import { phasesOf } from '../store/phases.server.ts';
import { activePhase } from './active-phase.server.ts';
import { deskCounts } from './desks.server.ts';

export type Missing = Remindable & {
  readonly personId: Id;
  readonly handedIn: number;
  readonly hasDeclared: boolean;
};

/** What each seated member of a panel has still to hand in, and when they last heard of it. No actor is checked. */
export function missingSheets(context: Pick<Context, 'db'>, callId: Id): Missing[] {
  const { db } = context;
  const applicationIds = idsUnderReview(context, callId);
  const declarations = countDeclarations(db, callId, applicationIds);
  const sheets = countSheets(db, callId, applicationIds);
  const reminded = lastReminders(db, callId);
  const given = lastGiven(db, callId);
  const deskOf = deskCounts(context, callId, applicationIds);
  return membersOf(db, callId)
    .filter(({ state }) => state === 'accepted')
    .map(({ id, personId, invitedAt, answeredAt }) => {
      const declared = declarations.filter(({ memberId }) => memberId === id);
      const handedIn = sheets.find(({ memberId, state }) => memberId === id && state === 'submitted')?.count ?? 0;
      return {
        memberId: id,
        personId,
        missing: deskOf(id).missing,
        askedAt: Math.max(answeredAt ?? invitedAt, given.get(id) ?? 0),
        handedIn,
        hasDeclared: declared.reduce((sum, row) => sum + row.count, 0) === applicationIds.length,
        lastRemindedAt: reminded.get(id) ?? null,
      };
    });
}

/** When the scores of a panel are due; null where no phase and no meeting says so. */
export function scoresDueOf(context: Pick<Context, 'db'>, callId: Id): Instant | null {
  const call = callById(context, callId);
  return call === null ? null : scoresDueAt(phasesOf(context.db, callId), call.dates);
}

/** Since when members can score without a break; null while they cannot. */
export function scoringSince(context: Pick<Context, 'db' | 'now'>, callId: Id): Instant | null {
  const panel = findPanel(context.db, callId);
  const { phase, rules } = activePhase(context, callId);
  if (panel?.state !== 'scoring' || panel.openedAt === null || rules.allows !== 'score') return null;
  return Math.max(panel.openedAt, phase?.startsAt ?? 0);
}
