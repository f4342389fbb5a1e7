import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callForManager, callsOfPartners } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { findConsented, findInvited } from '../store/carrying.server.ts';

/** Which groups of the partner's earlier calls may be told of this one, and how many were; null unless she manages it. */
export function toInviteAgain(context: Context, callId: Id) {
  const call = callForManager(context, callId);
  if (call === null) return null;
  const earlier = callsOfPartners(context, [call.partnerId])
    .map(({ id }) => id)
    .filter((id) => id !== callId);
  const invited = new Set(findInvited(context.db, callId));
  const consented = findConsented(context.db, earlier);
  return {
    call: { id: call.id, title: call.title },
    isOpen: call.state === 'published' && windowOf(call, context.now) === 'open',
    waiting: consented.map(({ id }) => id).filter((id) => !invited.has(id)),
    invited: invited.size,
  };
}
