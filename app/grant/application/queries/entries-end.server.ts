import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { opensLateUntil } from '../rules/access-code.ts';
import { findCodesOf } from '../store/access-codes.server.ts';
import { reopenedUntil } from '../store/reopenings.server.ts';

/**
 * From when on nothing can enter a call any more: its closing, the end of a code that can still let somebody in, or
 * the end of what was reopened and may still be sent again.
 */
export function entriesEndAt(context: Pick<Context, 'db' | 'now'>, callId: Id): Instant | null {
  const call = callById(context, callId);
  if (call === null) return null;
  const late = findCodesOf(context.db, callId).map((code) => opensLateUntil(code, context.now) ?? call.closesAt);
  return Math.max(call.closesAt, reopenedUntil(context.db, callId) ?? call.closesAt, ...late);
}
