import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findReturningAmong } from '../store/returning.server.ts';

/** Those of these applications whose owner had applied to another call before: one query. The caller checks who asks. */
export function returningAmong(context: Pick<Context, 'db'>, applicationIds: readonly Id[]): ReadonlySet<Id> {
  return new Set(findReturningAmong(context.db, applicationIds));
}
