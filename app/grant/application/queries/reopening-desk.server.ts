import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { reopeningState } from '../rules/reopening.ts';
import { isStopped } from '../store/access-codes.server.ts';
import { findReopenings } from '../store/reopenings.server.ts';
import { findApplication } from '../store.server.ts';
import { isReadableForManager } from './manager-reading.server.ts';

/** What a manager needs to reopen parts of an application, and what was reopened before, newest first. */
export function reopeningDesk(context: Context, applicationId: Id) {
  const found = findApplication(context.db, applicationId);
  const call = found === null ? null : callById(context, found.callId);
  if (found === null || call === null || !isReadableForManager(context, found, call)) return null;
  const reopenings = findReopenings(context.db, applicationId).map(({ parts, ...row }) => ({
    id: row.id,
    reason: row.reason,
    reopenedAt: row.reopenedAt,
    untilAt: row.untilAt,
    endedAt: row.sentAt ?? row.takenBackAt,
    state: reopeningState(row, context.now),
    questionLabels: call.questions.filter(({ id }) => parts.some((part) => part.questionId === id)).map(labelOf),
    details: parts.flatMap(({ detail }) => detail ?? []),
  }));
  return {
    id: found.id,
    reference: found.reference,
    title: found.title,
    language: found.language,
    call: { id: call.id, title: call.title, timeZone: call.timeZone },
    questions: call.questions.map(({ id, label }) => ({ id, label })),
    isReadingBegun: isStopped(context.db, call.id),
    isSettled: found.settledAt !== null,
    reopenings,
    open: reopenings.find(({ state }) => state === 'open') ?? null,
  };
}

function labelOf(question: { readonly label: string }): string {
  return question.label;
}
