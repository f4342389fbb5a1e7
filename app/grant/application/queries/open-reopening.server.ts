import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { reopeningState } from '../rules/reopening.ts';
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
