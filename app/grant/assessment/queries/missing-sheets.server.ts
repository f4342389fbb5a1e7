import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { idsUnderReview } from '../../application/queries/application-card.server.ts';
import { namedAmong } from '../../application/queries/hidden-from.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { type Remindable, scoresDueAt } from '../rules/panel-reminders.ts';
import { lastGiven } from '../store/assignments.server.ts';
import { countDeclarations, findPanel, membersOf } from '../store/panel.server.ts';
import { lastReminders } from '../store/panel-reminders.server.ts';
import { phasesOf } from '../store/phases.server.ts';
import { countSheets } from '../store/sheets.server.ts';
import { activePhase } from './active-phase.server.ts';
import { deskCounts } from './desks.server.ts';

export type Missing = Remindable & {
  readonly personId: Id;
  /** What she is to score altogether: what is on her desk, or all less her ties where nothing was given out. */
  readonly toScore: number;
  readonly handedIn: number;
  readonly hasDeclared: boolean;
};

/**
 * What each seated member of a panel has still to hand in, and when they last heard of it. An application that is
 * hidden from her is not counted: a number that does not fit her list would tell her that somebody has named her. No
 * actor is checked.
 */
export function missingSheets(context: Pick<Context, 'db'>, callId: Id): Missing[] {
  const { db } = context;
  const applicationIds = idsUnderReview(context, callId);
  const members = membersOf(db, callId).filter(({ state }) => state === 'accepted');
  const named = namedAmong(
    context,
    callId,
    members.map(({ personId }) => personId),
  );
  const ofAll = countsOver(db, callId, applicationIds);
  const reminded = lastReminders(db, callId);
  const given = lastGiven(db, callId);
  const deskOf = deskCounts(context, callId);
  return members.map(({ id, personId, invitedAt, answeredAt }) => {
    const hidden = new Set(named.filter((pair) => pair.personId === personId).map((pair) => pair.hidden.applicationId));
    const seen = hidden.size === 0 ? applicationIds : applicationIds.filter((one) => !hidden.has(one));
    const { declarations, sheets } = hidden.size === 0 ? ofAll : countsOver(db, callId, seen);
    const declared = declarations.filter(({ memberId }) => memberId === id);
    const tied = declared.filter(({ level }) => level !== 'none').reduce((sum, row) => sum + row.count, 0);
    const handedIn = sheets.find(({ memberId, state }) => memberId === id && state === 'submitted')?.count ?? 0;
    const untied = seen.length - tied;
    const all = { toScore: untied, missing: Math.max(0, untied - handedIn) };
    return {
      memberId: id,
      personId,
      ...(deskOf?.(id, new Set(seen)) ?? all),
      askedAt: Math.max(answeredAt ?? invitedAt, given.get(id) ?? 0),
      handedIn,
      hasDeclared: declared.reduce((sum, row) => sum + row.count, 0) === seen.length,
      lastRemindedAt: reminded.get(id) ?? null,
    };
  });
}

function countsOver(db: Context['db'], callId: Id, applicationIds: readonly Id[]) {
  return {
    declarations: countDeclarations(db, callId, applicationIds),
    sheets: countSheets(db, callId, applicationIds),
  };
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
