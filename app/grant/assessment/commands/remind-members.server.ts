import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { missingSheets, scoresDueOf, scoringSince } from '../queries/missing-sheets.server.ts';
import { runPanel } from '../queries/run-panel.server.ts';
import { decideReminding, dueForReminder, type RemindRefusal, reminderDueSince } from '../rules/panel-reminders.ts';
import { insertReminders, scoringCalls } from '../store/panel-reminders.server.ts';

/**
 * The manager reminds one member, or everybody, of the sheets that are missing: each at most once a day.
 *
 * @param memberId  null for everybody
 */
export function remindMembers(
  context: Context,
  callId: Id,
  memberId: Id | null,
): Outcome<{ count: number }, RemindRefusal | 'not-found'> {
  return context.transact((tx) => {
    const run = runPanel(context, callId);
    if (run === null) return refused('not-found');
    const named = missingSheets(context, callId).filter((member) => memberId === null || member.memberId === memberId);
    const decision = decideReminding(run.state, named, context.now);
    if (!decision.ok) return decision;
    remind(
      tx,
      context,
      decision.value.map((member) => member.memberId),
      run.managerId,
    );
    return done({ count: decision.value.length });
  });
}

/**
 * Reminds everybody who has not finished, three days and one day before scores are due, of what they could have done
 * before. For the scheduler.
 *
 * @returns how many letters were promised
 */
export function remindOfScores(context: Context): { promised: number } {
  let promised = 0;
  for (const callId of scoringCalls(context.db)) {
    const since = reminderDueSince(scoresDueOf(context, callId), scoringSince(context, callId), context.now);
    if (since === null) continue;
    context.transact((tx) => {
      const due = dueForReminder(missingSheets(context, callId), since, context.now);
      remind(
        tx,
        context,
        due.map(({ memberId }) => memberId),
        null,
      );
      promised += due.length;
      return done('reminded');
    });
  }
  return { promised };
}

function remind(tx: Tx, context: Context, memberIds: readonly Id[], by: Id | null): void {
  insertReminders(tx, memberIds, by, context.now);
  for (const memberId of memberIds) promise(tx, context, { kind: 'panel-member-reminded', subjectId: memberId });
}
