import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { reopeningState } from '../rules/reopening.ts';
import type { Media, Place } from '../store/media.server.ts';
import { findReopenedAmong, findReopenings, type ReopeningWithParts } from '../store/reopenings.server.ts';
import type { Application } from '../store.server.ts';

/** What of a sent application may be written anew at this moment; null for nothing. */
export function openReopening(
  context: Pick<Context, 'db' | 'now'>,
  found: Pick<Application, 'id' | 'state'>,
): ReopeningWithParts | null {
  if (found.state !== 'submitted') return null;
  const open = findReopenings(context.db, found.id).find((one) => reopeningState(one, context.now) === 'open');
  return open ?? null;
}

/** Which of these have parts that may be written anew at this moment: one query however many there are. */
export function reopenedAmong(context: Pick<Context, 'db' | 'now'>, applicationIds: readonly Id[]): ReadonlySet<Id> {
  const open = findReopenedAmong(context.db, applicationIds).filter(
    (one) => reopeningState(one, context.now) === 'open',
  );
  return new Set(open.map(({ applicationId }) => applicationId));
}

/** Where a recording for a question goes at this moment: beside what was sent, where the question is reopened. */
export function placeFor(
  context: Pick<Context, 'db' | 'now'>,
  found: Pick<Application, 'id' | 'state'>,
  questionId: Id,
): Place {
  const part = openReopening(context, found)?.parts.find((one) => one.questionId === questionId);
  return { applicationId: found.id, questionId, reopenedPartId: part?.id ?? null };
}

/** Whether a recording may still be changed: of a draft, or for a question that is reopened at this moment. */
export function isStillOpen(
  context: Pick<Context, 'db' | 'now'>,
  found: Pick<Application, 'id' | 'state'>,
  recording: Pick<Media, 'reopenedPartId'>,
): boolean {
  if (recording.reopenedPartId === null) return found.state === 'draft';
  const parts = openReopening(context, found)?.parts ?? [];
  return parts.some(({ id }) => id === recording.reopenedPartId);
}
