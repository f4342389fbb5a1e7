import { and, asc, count, desc, eq, gt, lte, sql } from 'drizzle-orm';
import { createElement, type ReactElement } from 'react';
import { render, toPlainText } from 'react-email';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { isReachable } from '#app/kernel/reachable.ts';
import { message } from '#db/schema/platform.ts';
import { NeutralPreview } from '#emails/neutral-preview.ts';
import { sendsEmail, sendsTexts } from './channels.ts';
import type { Context, Tx } from './context.server.ts';
import type { Promised } from './outbox.server.ts';
import { prepared } from './prepared.server.ts';

/**
 * Whose outbox page shows a letter, and which application it is about: staff whom its applicant has named do not find it
 * there. Messages about an account have neither.
 */
type Shelf =
  | { readonly partnerId?: undefined; readonly applicationId?: undefined }
  | {
      readonly partnerId: Id | undefined;
      /** Null when it is about none. */
      readonly applicationId: Id | null;
    };

export type Letter = Shelf & {
  readonly to: string;
  readonly subject: string;
  readonly body: ReactElement;
  /** The same in a few words to the reader's telephone, if they want that and this portal sends text messages. */
  readonly short?: { readonly to: string | null; readonly words: string };
  /** What the reader asked for where somebody may look over a shoulder: a subject and a short text that say nothing. */
  readonly neutral?: { readonly subject: string; readonly words: string } | null;
  /** A sign-in code: never shown to staff, and sealed while it waits to be sent. */
  readonly secret?: boolean;
  /** First, where somebody waits for it now; last, where strangers can ask for it by the hundred. */
  readonly turn?: keyof typeof TURNS;
};

const TURNS = { first: 0, inTurn: 1, last: 2 } as const;

/** Renders a letter and answers with what remains to be written: the message, waiting to be sent or kept. */
export async function writeLetter(context: Context, promised: Promised, letter: Letter): Promise<(tx: Tx) => void> {
  const neutral = letter.neutral ?? null;
  const html = await render(createElement(NeutralPreview.Provider, { value: neutral?.words ?? null }, letter.body));
  const secret = letter.secret ?? false;
  const plain = toPlainText(html);
  const words = {
    subject: neutral?.subject ?? letter.subject,
    html,
    // Where nothing but the first words of a text are shown, they say nothing either.
    text: neutral === null ? plain : `${neutral.words}\n\n${plain}`,
  };
  const shelf = { partnerId: letter.partnerId ?? null, applicationId: letter.applicationId ?? null };
  const row = {
    id: context.newId(),
    promiseId: promised.id,
    recipient: letter.to,
    ...(secret ? sealWords(context, words) : words),
    secret,
    turn: TURNS[letter.turn ?? 'inTurn'],
    ...shelf,
    // Somebody without an address has a printed letter, or hears it by phone.
    state: sendsEmail(context.env) && isReachable(letter.to) ? ('waiting' as const) : ('kept' as const),
    writtenAt: context.now,
    tryAfter: context.now,
  };
  const { short } = letter;
  const to = short?.to ?? null;
  const texts =
    short === undefined || to === null || !sendsTexts(context.env)
      ? []
      : [
          textMessage(context, promised, {
            to,
            words: neutral?.words ?? short.words,
            ...shelf,
          }),
        ];
  return (tx) => {
    for (const one of [row, ...texts]) tx.insert(message).values(one).run();
  };
}

type Text = { to: string; words: string; partnerId: Id | null; applicationId: Id | null };

function textMessage(context: Context, promised: Promised, { to, words, partnerId, applicationId }: Text) {
  return {
    id: context.newId(),
    promiseId: promised.id,
    channel: 'sms' as const,
    recipient: to,
    subject: '',
    html: '',
    text: words,
    secret: false,
    partnerId,
    applicationId,
    state: 'waiting' as const,
    writtenAt: context.now,
    tryAfter: context.now,
  };
}

/** A text message alone, whose words are sealed while it waits: a code for a telephone. */
export function writeSecretText(context: Context, promised: Promised, to: string, words: string): (tx: Tx) => void {
  const sealed = { secret: true, turn: TURNS.first, ...sealWords(context, { subject: '', html: '', text: words }) };
  const row = { ...textMessage(context, promised, { to, words: '', partnerId: null, applicationId: null }), ...sealed };
  return (tx) => {
    tx.insert(message).values(row).run();
  };
}

type Words = { readonly subject: string; readonly html: string; readonly text: string };

const SEALED_FOR = 'secret-message';

/** A copy of the database, or of a backup, must not sign anybody in. */
function sealWords(context: Context, words: Words): Words {
  return { subject: '', html: '', text: context.secrets.seal(JSON.stringify(words), SEALED_FOR) };
}

/** The words of a message as they are sent. */
export function wordsOf(context: Pick<Context, 'secrets'>, row: Words & { readonly secret: boolean }): Words {
  const { subject, html, text } = row;
  return row.secret ? JSON.parse(context.secrets.open(text, SEALED_FOR)) : { subject, html, text };
}

/** What remains of the words of a message that has done its work, or never will. */
export function wordsAfterwards(row: { readonly secret: boolean }): Partial<Words> {
  return row.secret ? { subject: '', html: '', text: '' } : {};
}

export type KeptMessage = typeof message.$inferSelect;

/** What a list says of a message, without its words. */
export type ShelvedMessage = Pick<
  KeptMessage,
  'id' | 'promiseId' | 'channel' | 'recipient' | 'subject' | 'state' | 'writtenAt' | 'partnerId' | 'applicationId'
>;

/** A text message has no subject: its first words say what it is. */
const SUBJECT = sql<string>`case ${message.subject} when '' then substr(${message.text}, 1, 60) else ${message.subject} end`;

function shelfOf(toward: 'after' | 'before' | null) {
  const isUpward = toward === 'before';
  const row = sql`(${message.writtenAt}, ${message.id})`;
  const from = sql`(${sql.placeholder('at')}, ${sql.placeholder('id')})`;
  const direction = isUpward ? asc : desc;
  return prepared((tx) =>
    tx
      .select({
        id: message.id,
        promiseId: message.promiseId,
        channel: message.channel,
        recipient: message.recipient,
        subject: SUBJECT,
        state: message.state,
        writtenAt: message.writtenAt,
        partnerId: message.partnerId,
        applicationId: message.applicationId,
      })
      .from(message)
      .where(
        and(
          eq(message.partnerId, sql.placeholder('partnerId')),
          eq(message.secret, false),
          toward === null ? undefined : isUpward ? sql`${row} > ${from}` : sql`${row} < ${from}`,
          sql`(${sql.placeholder('state')} is null or +${message.state} = ${sql.placeholder('state')})`,
        ),
      )
      .orderBy(direction(message.writtenAt), direction(message.id))
      .limit(sql.placeholder('limit'))
      .prepare(),
  );
}

const SHELVES = { after: shelfOf('after'), before: shelfOf('before'), first: shelfOf(null) };

/**
 * Messages written for these partners by key, the newest first, without those that hold a secret. Each partner is
 * asked by itself: only so does the index bring a page and no more.
 *
 * @param state  what became of them; null for all
 * @param from   the message they come after or before; null for the first page
 * @param limit  how many at most, in the direction that is read in
 */
export function shelvedMessages(
  context: Pick<Context, 'db'>,
  partnerIds: readonly Id[],
  state: KeptMessage['state'] | null,
  from: { readonly toward: 'after' | 'before'; readonly row: Pick<KeptMessage, 'id' | 'writtenAt'> } | null,
  limit: number,
): ShelvedMessage[] {
  const shelf = SHELVES[from?.toward ?? 'first'](context.db);
  const key = { at: from?.row.writtenAt ?? null, id: from?.row.id ?? null };
  const found = partnerIds.flatMap((partnerId) => shelf.all({ partnerId, state, limit, ...key }));
  const newestFirst = (one: ShelvedMessage, other: ShelvedMessage) =>
    other.writtenAt - one.writtenAt || (one.id < other.id ? 1 : -1);
  const inOrder = found.toSorted(newestFirst);
  return (from?.toward === 'before' ? inOrder.toReversed() : inOrder).slice(0, limit);
}

/** One message, unless it holds a secret. */
export function messageById(context: Pick<Context, 'db'>, messageId: Id): KeptMessage | null {
  return (
    context.db
      .select()
      .from(message)
      .where(and(eq(message.id, messageId), eq(message.secret, false)))
      .get() ?? null
  );
}

/** How many messages of a partner were given up after one moment and up to another. */
export function undeliveredBetween(context: Pick<Context, 'db'>, partnerId: Id, after: Instant, upTo: Instant): number {
  const isIt = and(
    eq(message.partnerId, partnerId),
    eq(message.state, 'failed'),
    gt(message.triedAt, after),
    lte(message.triedAt, upTo),
  );
  return context.db.select({ failed: count() }).from(message).where(isIt).get()?.failed ?? 0;
}
