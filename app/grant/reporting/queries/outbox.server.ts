import type { Id } from '#app/kernel/id.ts';
import { cutPage, type PageFrom } from '#app/kernel/paging.ts';
import type { Context } from '#app/platform/context.server.ts';
import { messageById, type ShelvedMessage, shelvedMessages } from '#app/platform/messages.server.ts';
import { hiddenFromMe, isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { mayReadMessages } from '../rules/access.ts';
import { timeZonesOf } from './time-zones.server.ts';

/** A line each: more of them than of anything else are looked through at a time. */
const PAGE_ROWS = 100;

type Shown = Pick<ShelvedMessage, 'id' | 'channel' | 'recipient' | 'subject' | 'state' | 'writtenAt'> & {
  /** Of the newest call of the partner it was written for. */
  readonly timeZone: string;
};

/** What of the outbox is asked for; null for everything. */
export type OutboxFilter = { readonly state: ShelvedMessage['state'] | null; readonly to: string | null };

/**
 * One page of what the portal has written for the partners the signed-in person manages, the newest first, without
 * what is about somebody who has named her; null for anybody who manages none.
 */
export function outbox(
  context: Context,
  filter: OutboxFilter = { state: null, to: null },
  asked: PageFrom | null = null,
): { messages: Shown[]; before: Id | null; after: Id | null } | null {
  const partnerIds = (context.actor?.duties ?? [])
    .filter((held) => held.duty === 'manager')
    .map((held) => held.partnerId);
  if (partnerIds.length === 0) return null;
  const start = asked === null ? null : messageById(context, asked.id);
  const isTheirs = start !== null && partnerIds.includes(start.partnerId ?? '');
  const from = asked !== null && isTheirs ? { toward: asked.toward, row: start } : null;
  const found = shelvedMessages(context, partnerIds, filter, from, PAGE_ROWS + 1);
  const { rows, before, after } = cutPage(found, PAGE_ROWS, from?.toward ?? null);
  const zones = timeZonesOf(context, partnerIds);
  const hidden = hiddenFromMe(
    context,
    rows.flatMap(({ applicationId }) => applicationId ?? []),
  );
  return {
    messages: rows
      .filter(({ applicationId }) => !hidden.has(applicationId ?? ''))
      .map(({ applicationId: _, partnerId, ...message }) => ({
        ...message,
        timeZone: zones.get(partnerId ?? '') ?? NO_ZONE,
      })),
    before: before?.id ?? null,
    after: after?.id ?? null,
  };
}

const SHORT = 60;

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
