import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findReopening, findReopenings } from '../store/reopenings.server.ts';

/** A reopening and the names of its parts; for letters, so no actor is checked. */
export function reopeningById(context: Pick<Context, 'db'>, reopeningId: Id) {
  const row = findReopening(context.db, reopeningId);
  const whole =
    row === null ? undefined : findReopenings(context.db, row.applicationId).find(({ id }) => id === row.id);
  if (whole === undefined) return null;
  const { applicationId, reason, untilAt, sentAt, parts } = whole;
  return {
    applicationId,
    reason,
    untilAt,
    sentAt,
    questionIds: parts.flatMap(({ questionId }) => questionId ?? []),
    details: parts.flatMap(({ detail }) => detail ?? []),
  };
}
