import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { callSummary, publishedCalls } from '../../call/queries/call-facts.server.ts';
import { dueDraftReminder, REMIND_BEFORE_MOST, reminderAt } from '../rules/draft-reminders.ts';
import { windowFor } from '../rules/submitting.ts';
import { lateUntilOf } from '../store/access-codes.server.ts';
import { findDraftsWithout, findLateDrafts, insertReminder, remindersOf } from '../store/reminders.server.ts';

/** In one transaction: other people's saves come in between. */
const AT_ONCE = 200;

type Closing = { readonly id: Id; readonly createdAt: Instant; readonly closesAt: Instant };

/**
 * Promises a reminder to each draft whose closing is seven days or two days away: two letters at most, each once.
 * For the scheduler; what is left when there are many comes with its next run.
 *
 * @returns how many letters were promised
 */
export function remindOfDrafts(context: Context): { promised: number } {
  let promised = 0;
  for (const closing of [...closingWithTheirCall(context), lateOnes(context)]) promised += remind(context, closing);
  return { promised };
}

/** For each call that closes soon, the drafts that close with it. */
function closingWithTheirCall(context: Context): Closing[][] {
  return publishedCalls(context).flatMap(({ id, closesAt }) => {
    const current = reminderAt(closesAt, context.now);
    if (current === null) return [];
    const drafts = findDraftsWithout(context.db, { id, closesAt }, current.kind, current.dueAt, AT_ONCE);
    return [drafts.map((draft) => ({ ...draft, closesAt }))];
  });
}

/** The drafts whose code for late entry ends soon, after their call. */
function lateOnes(context: Context): Closing[] {
  const drafts = findLateDrafts(context.db, context.now, context.now + REMIND_BEFORE_MOST);
  const late = lateUntilOf(
    context.db,
    drafts.map((draft) => draft.id),
  );
  return drafts.flatMap(({ id, callId, createdAt }) => {
    const call = callSummary(context, callId);
    if (call === null) return [];
    const { closesAt } = windowFor(call, late.get(id) ?? null);
    return closesAt > call.closesAt ? [{ id, createdAt, closesAt }] : [];
  });
}

function remind(context: Context, drafts: readonly Closing[]): number {
  if (drafts.length === 0) return 0;
  const written = remindersOf(
    context.db,
    drafts.map((draft) => draft.id),
  );
  const due = drafts.flatMap((draft) => {
    const kind = dueDraftReminder(draft, written.get(draft.id) ?? [], context.now);
    return kind === null ? [] : [{ applicationId: draft.id, kind }];
  });
  const now = due.slice(0, AT_ONCE);
  context.transact((tx) => {
    for (const { applicationId, kind } of now) {
      insertReminder(tx, applicationId, kind, context.now);
      promise(tx, context, { kind: 'draft-unfinished', subjectId: applicationId, detail: { kind } });
    }
    return done('promised');
  });
  return now.length;
}
