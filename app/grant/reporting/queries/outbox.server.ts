import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type KeptMessage, messageById, messagesOf } from '#app/platform/messages.server.ts';
import { hiddenFromMe, isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { mayReadMessages } from '../rules/access.ts';
import { timeZonesOf } from './time-zones.server.ts';

const SHOWN_MAX = 300;
const SHORT = 60;

type Shown = Pick<KeptMessage, 'id' | 'channel' | 'recipient' | 'subject' | 'state' | 'writtenAt'> & {
  /** Of the newest call of the partner it was written for. */
  readonly timeZone: string;
};

/**
 * What the portal has written for the partners the signed-in person manages, without what is about somebody who has
 * named her; null for anybody who manages none.
 */
export function outbox(context: Context): { messages: Shown[] } | null {
  const partnerIds = (context.actor?.duties ?? [])
    .filter((held) => held.duty === 'manager')
    .map((held) => held.partnerId);
  if (partnerIds.length === 0) return null;
  const zones = timeZonesOf(context, partnerIds);
  const newest = messagesOf(context, partnerIds, SHOWN_MAX);
  const hidden = hiddenFromMe(
    context,
    newest.flatMap(({ applicationId }) => applicationId ?? []),
  );
  const shown = newest.filter(({ applicationId }) => !hidden.has(applicationId ?? ''));
  const messages = shown.map(({ id, channel, recipient, subject, text, state, writtenAt, partnerId }) => ({
    id,
    channel,
    recipient,
    // A text message has no subject: its first words say what it is.
    subject: subject === '' ? text.slice(0, SHORT) : subject,
    state,
    writtenAt,
    timeZone: zones.get(partnerId ?? '') ?? NO_ZONE,
  }));
  return { messages };
}

/** A partner that has no call yet says nowhere what time it lives by. */
const NO_ZONE = 'UTC';

/** One message with its words, for a manager of the partner it was written for. */
export function messageForStaff(
  context: Context,
  messageId: Id,
): (Shown & { text: string; lastError: string | null }) | null {
  const found = messageById(context, messageId);
  if (found === null || !mayReadMessages(context.actor, found)) return null;
  if (found.applicationId !== null && isHiddenFromMe(context, found.applicationId)) return null;
  const { id, channel, recipient, state, writtenAt, text, lastError, partnerId } = found;
  const subject = found.subject === '' ? text.slice(0, SHORT) : found.subject;
  const timeZone = timeZonesOf(context, partnerId === null ? [] : [partnerId]).get(partnerId ?? '') ?? NO_ZONE;
  return { id, channel, recipient, subject, state, writtenAt, text, lastError, timeZone };
}
