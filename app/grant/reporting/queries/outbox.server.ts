import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type KeptMessage, messageById, messagesOf } from '#app/platform/messages.server.ts';
import { hiddenFromMe, isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { type Withheld, withheldAmong } from '../../application/queries/letters-of-drafts.server.ts';
import { mayReadMessages } from '../rules/access.ts';
import { timeZonesOf } from './time-zones.server.ts';

const SHOWN_MAX = 300;
const SHORT = 60;

type Shown = Pick<KeptMessage, 'id' | 'channel' | 'state' | 'writtenAt'> & {
  /** Null where staff read no words of it: it is about a draft. */
  readonly words: Pick<KeptMessage, 'recipient' | 'subject'> | null;
  /** What it was about then. */
  readonly withheld: Withheld | null;
  /** Of the newest call of the partner it was written for. */
  readonly timeZone: string;
};

/**
 * What the portal has written for the partners the signed-in person manages, without what is about somebody who has
 * named her; null for anybody who manages none. Of letters about drafts there is that they went, and no word.
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
  const withheld = withheldAmong(context, shown);
  return { messages: shown.map((found) => shownAs(found, withheld.get(found.id) ?? null, zones)) };
}

/** A partner that has no call yet says nowhere what time it lives by. */
const NO_ZONE = 'UTC';

function shownAs(found: KeptMessage, withheld: Withheld | null, zones: ReadonlyMap<Id, string>): Shown {
  const { id, channel, recipient, subject, text, state, writtenAt, partnerId } = found;
  const timeZone = zones.get(partnerId ?? '') ?? NO_ZONE;
  // A text message has no subject: its first words say what it is.
  const words = withheld === null ? { recipient, subject: subject === '' ? text.slice(0, SHORT) : subject } : null;
  return { id, channel, words, withheld, state, writtenAt, timeZone };
}

/** One message with its words, for a manager of the partner it was written for; without them where it is about a draft. */
export function messageForStaff(
  context: Context,
  messageId: Id,
): (Shown & { text: string | null; lastError: string | null }) | null {
  const found = messageById(context, messageId);
  if (found === null || !mayReadMessages(context.actor, found)) return null;
  if (found.applicationId !== null && isHiddenFromMe(context, found.applicationId)) return null;
  const withheld = withheldAmong(context, [found]).get(found.id) ?? null;
  const zones = timeZonesOf(context, found.partnerId === null ? [] : [found.partnerId]);
  // What a mail server says of a failure often names the address.
  const { text, lastError } = withheld === null ? found : { text: null, lastError: null };
  return { ...shownAs(found, withheld, zones), text, lastError };
}
