import type { Context } from '#app/platform/context.server.ts';
import { hasApplied } from '../../application/queries/application-card.server.ts';
import { hasPanelSeat } from '../../assessment/queries/my-panels.server.ts';
import { isMentor } from '../../mentoring/queries/mentored.server.ts';
import { isAuditor } from '../../payment/queries/auditing.server.ts';

/** The parts of the portal that are there for somebody. */
export type Area = 'apply' | 'panel' | 'mentor' | 'staff' | 'finance' | 'audit';

/** Where the signed-in person has something to do, in story order; a handful of look-ups by index. */
export function areasOf(context: Context): Area[] {
  const { actor } = context;
  if (actor === null) return [];
  const holds = (duty: 'manager' | 'finance') => actor.duties.some((held) => held.duty === duty);
  const areas: [Area, boolean][] = [
    ['apply', hasApplied(context, actor.personId)],
    ['panel', hasPanelSeat(context, actor.personId)],
    ['staff', holds('manager')],
    ['finance', holds('finance')],
    ['audit', isAuditor(context)],
    ['mentor', isMentor(context, actor.personId)],
  ];
  return areas.filter(([, isTheirs]) => isTheirs).map(([area]) => area);
}
