import type { Id } from '#app/kernel/id.ts';
import { cutPage, type PageFrom } from '#app/kernel/paging.ts';
import type { Context } from '#app/platform/context.server.ts';
import { messageById, type ShelvedMessage, shelvedMessages } from '#app/platform/messages.server.ts';
import { hiddenFromMe, isHiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { type Withheld, withheldAmong } from '../../application/queries/letters-of-drafts.server.ts';
import { mayReadMessages } from '../rules/access.ts';
import { timeZonesOf } from './time-zones.server.ts';

/** A line each: more of them than of anything else are looked through at a time. */
const PAGE_ROWS = 100;
const SHORT = 60;

type Shown = Pick<ShelvedMessage, 'id' | 'channel' | 'state' | 'writtenAt'> & {
  /** Null where staff read no words of it: it is about a draft. */
  readonly words: Pick<ShelvedMessage, 'recipient' | 'subject'> | null;
  /** What it was about then. */
  readonly withheld: Withheld | null;
  /** Of the newest call of the partner it was written for. */
  readonly timeZone: string;
};

/**
 * One page of what the portal has written for the partners the signed-in person manages, the newest first, without
 * what is about somebody who has named her; null for anybody who manages none. Of letters about drafts there is that
 * they went, and no word: so nobody can look for an address among them.
 *
 * @param state  what became of them; null for all
 */
export function outbox(
  context: Context,
  state: ShelvedMessage['state'] | null = null,
  asked: PageFrom | null = null,
): { messages: Shown[]; before: Id | null; after: Id | null } | null {
  const partnerIds = (context.actor?.duties ?? [])
    .filter((held) => held.duty === 'manager')
    .map((held) => held.partnerId);
  if (partnerIds.length === 0) return null;
  const start = asked === null ? null : messageById(context, asked.id);
  const isTheirs = start !== null && partnerIds.includes(start.partnerId ?? '');
  const from = asked !== null && isTheirs ? { toward: asked.toward, row: start } : null;
  const found = shelvedMessages(context, partnerIds, state, from, PAGE_ROWS + 1);
  const { rows, before, after } = cutPage(found, PAGE_ROWS, from?.toward ?? null);
  const zones = timeZonesOf(context, partnerIds);
  const hidden = hiddenFromMe(
    context,
    rows.flatMap(({ applicationId }) => applicationId ?? []),
  );
  const shown = rows.filter(({ applicationId }) => !hidden.has(applicationId ?? ''));
  const withheld = withheldAmong(context, shown);
  return {
    messages: shown.map((row) => shownAs(row, withheld.get(row.id) ?? null, zones)),
    before: before?.id ?? null,
    after: after?.id ?? null,
  };
}

/** A partner that has no call yet says nowhere what time it lives by. */
const NO_ZONE = 'UTC';

function shownAs(found: ShelvedMessage, withheld: Withheld | null, zones: ReadonlyMap<Id, string>): Shown {
  const { id, channel, recipient, subject, state, writtenAt, partnerId } = found;
  const timeZone = zones.get(partnerId ?? '') ?? NO_ZONE;
  return {
    id,
    channel,
    words: withheld === null ? { recipient, subject } : null,
    withheld,
    state,
    writtenAt,
    timeZone,
  };
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
  // A text message has no subject: its first words say what it is.
  const subject = found.subject === '' ? found.text.slice(0, SHORT) : found.subject;
  return { ...shownAs({ ...found, subject }, withheld, zones), text, lastError };
}
