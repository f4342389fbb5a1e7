import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayRemind } from '../rules/panel-reminders.ts';
import { missingSheets, scoresDueOf } from './missing-sheets.server.ts';
import { runPanel } from './run-panel.server.ts';

export type ReminderDesk = {
  readonly timeZone: string;
  readonly dueAt: Instant | null;
  readonly isOverdue: boolean;
  readonly members: readonly {
    readonly memberId: Id;
    readonly name: string;
    readonly missing: number;
    readonly lastRemindedAt: Instant | null;
    readonly mayRemind: boolean;
  }[];
};

/** Who on a panel that scores has not finished; null for whoever does not run it, and while nobody scores. */
export function reminderDesk(context: Context, callId: Id): ReminderDesk | null {
  const run = runPanel(context, callId);
  if (run?.state !== 'scoring') return null;
  const late = missingSheets(context, callId).filter(({ missing }) => missing > 0);
  const people = peopleById(
    context,
    late.map(({ personId }) => personId),
  );
  const dueAt = scoresDueOf(context, callId);
  return {
    timeZone: run.call.timeZone,
    dueAt,
    isOverdue: dueAt !== null && context.now >= dueAt,
    members: late
      .map((member) => ({
        memberId: member.memberId,
        name: people.get(member.personId)?.name ?? '',
        missing: member.missing,
        lastRemindedAt: member.lastRemindedAt,
        mayRemind: mayRemind(member, context.now),
      }))
      .toSorted((one, other) => other.missing - one.missing || one.name.localeCompare(other.name, 'en')),
  };
}
