import type { Context } from '#app/platform/context.server.ts';
import type { CallFacts } from '../../call/queries/call-facts.server.ts';
import { scoresDueAt } from '../rules/panel-reminders.ts';
import { scoringDaysLeft } from '../rules/scoring-days.ts';
import { phasesOf } from '../store/phases.server.ts';

/**
 * On how many days members of a panel can still score: in its phases that score, or else until its first meeting. Null
 * where neither is planned, and where a meeting has come and gone while the panel still scores. No actor is checked.
 */
export function scoringDaysOf(context: Pick<Context, 'db' | 'now'>, call: CallFacts): number | null {
  const { db, now } = context;
  const phases = phasesOf(db, call.id);
  const scoring = phases.filter(({ allows }) => allows === 'score');
  if (scoring.length > 0) return scoringDaysLeft(scoring, now, call.timeZone);
  const dueAt = scoresDueAt(phases, call.dates);
  if (dueAt === null || dueAt <= now) return null;
  return scoringDaysLeft([{ startsAt: now, endsAt: dueAt }], now, call.timeZone);
}
