import type { Context } from '#app/platform/context.server.ts';
import { reopeningState } from '../rules/reopening.ts';
import { findReopenings, type ReopeningWithParts } from '../store/reopenings.server.ts';
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
