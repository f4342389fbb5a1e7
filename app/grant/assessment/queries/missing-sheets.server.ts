import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { idsUnderReview } from '../../application/queries/application-card.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { type Remindable, scoresDueAt } from '../rules/panel-reminders.ts';
import { countDeclarations, countSheets, membersOf } from '../store/panel.server.ts';
import { lastReminders } from '../store/panel-reminders.server.ts';
import { phasesOf } from '../store/phases.server.ts';
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
  const deskOf = deskCounts(context, callId, applicationIds);
  return membersOf(db, callId)
    .filter(({ state }) => state === 'accepted')
    .map(({ id, personId }) => {
      const declared = declarations.filter(({ memberId }) => memberId === id);
      const handedIn = sheets.find(({ memberId, state }) => memberId === id && state === 'submitted')?.count ?? 0;
      return {
        memberId: id,
        personId,
        missing: deskOf(id).missing,
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
