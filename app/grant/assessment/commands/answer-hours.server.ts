import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { runPanel } from '../queries/run-panel.server.ts';
import { decideHoursAnswer, type HoursAnswerRefusal } from '../rules/hours.ts';
import { answerHoursRow, findHours } from '../store/hours.server.ts';

/** The manager confirms entries of members of the panel, or refuses them with a reason: all of them or none. */
export function answerHours(
  context: Context,
  callId: Id,
  hoursIds: readonly Id[],
  answer: 'confirmed' | 'refused',
  reason = '',
): Outcome<{ count: number }, HoursAnswerRefusal | 'not-found'> {
  return context.transact((tx) => {
    const run = runPanel(context, callId);
    if (run === null) return refused('not-found');
    for (const hoursId of new Set(hoursIds)) {
      const hours = findHours(tx, hoursId);
      if (hours === null || !run.members.some(({ id }) => id === hours.memberId)) return refused('not-found');
      const decision = decideHoursAnswer(hours.state, answer, reason);
      if (!decision.ok) return decision;
      const said = answer === 'refused' ? reason.trim() : '';
      answerHoursRow(tx, hoursId, { state: answer, answer: said, by: run.managerId, at: context.now });
    }
    return done({ count: new Set(hoursIds).size });
  });
}
