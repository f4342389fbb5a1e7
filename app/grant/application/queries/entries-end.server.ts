import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { opensLateUntil } from '../rules/access-code.ts';
import { findCodesOf } from '../store/access-codes.server.ts';

/** From when on nothing can enter a call any more: its closing, or the end of a code that can still let somebody in. */
export function entriesEndAt(context: Pick<Context, 'db' | 'now'>, callId: Id): Instant | null {
  const call = callById(context, callId);
  if (call === null) return null;
  const late = findCodesOf(context.db, callId).map((code) => opensLateUntil(code, context.now) ?? call.closesAt);
  return Math.max(call.closesAt, ...late);
}
