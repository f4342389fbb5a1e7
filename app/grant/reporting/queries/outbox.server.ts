import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type KeptMessage, messageById, messagesOf } from '#app/platform/messages.server.ts';
import { mayReadMessages } from '../rules/access.ts';

const SHOWN_MAX = 300;

type Shown = Pick<KeptMessage, 'id' | 'recipient' | 'subject' | 'state' | 'writtenAt'>;

/** What the portal has written for the partners the signed-in person manages; null for anybody who manages none. */
export function outbox(context: Context): { messages: Shown[] } | null {
  const partnerIds = (context.actor?.duties ?? [])
    .filter((held) => held.duty === 'manager')
    .map((held) => held.partnerId);
  if (partnerIds.length === 0) return null;
  const messages = messagesOf(context, partnerIds, SHOWN_MAX).map(({ id, recipient, subject, state, writtenAt }) => ({
    id,
    recipient,
    subject,
    state,
    writtenAt,
  }));
  return { messages };
}

/** One message with its words, for a manager of the partner it was written for. */
export function messageForStaff(
  context: Context,
  messageId: Id,
): (Shown & { text: string; lastError: string | null }) | null {
  const found = messageById(context, messageId);
  if (found === null || !mayReadMessages(context.actor, found)) return null;
  const { id, recipient, subject, state, writtenAt, text, lastError } = found;
  return { id, recipient, subject, state, writtenAt, text, lastError };
}
