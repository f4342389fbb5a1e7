import { and, asc, eq, lte } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import { type Channel, message } from '#db/schema/platform.ts';
import type { Context } from './context.server.ts';
import { wordsAfterwards, wordsOf } from './messages.server.ts';
import { nextTry } from './outbox.server.ts';

export type Envelope = { from: string; to: string; subject: string; html: string; text: string; messageId: string };
export type Transport = { sendMail(envelope: Envelope): Promise<unknown> };

type Row = typeof message.$inferSelect;

/**
 * Takes one message away and answers with what its provider calls it, where there is a provider.
 * May be called again for the same row after a crash, and then sends nothing that has left already, as far as it can.
 *
 * @throws NeverDeliverable when trying again is of no use, anything else when it may be
 */
export type Carrier = (
  context: Context,
  row: Row,
  words: Pick<Envelope, 'subject' | 'html' | 'text'>,
) => Promise<{ providerId: string | null }>;

/** The address is wrong, or the provider will not take it from us: staff have to look. */
export class NeverDeliverable extends Error {
  override name = 'NeverDeliverable';
}

/** After this many tries over about three days staff see the message as failed and can act. */
const TRIES_MAX = 20;

/** A post office that does not answer by then is down; the letters behind this one may have better luck. */
const POST_MS_MAX = { connectionTimeout: 5_000, greetingTimeout: 5_000, dnsTimeout: 5_000, socketTimeout: 20_000 };

export function smtpTransport(smtpUrl: string): Transport {
  return createTransport({ url: smtpUrl, pool: true, ...POST_MS_MAX } as object) as unknown as Transport;
}

/** Carries by SMTP. The Message-ID is ours and stable, so that a second try after a crash is recognisable as the same. */
export function byPost(transport: Transport): Carrier {
  return async (context, row, words) => {
    await transport.sendMail({
      from: context.env.MAIL_FROM,
      to: row.recipient,
      ...words,
      messageId: `<${row.id}@${new URL(context.env.PUBLIC_URL).hostname}>`,
    });
    return { providerId: null };
  };
}

/** So few that a sign-in code which is written meanwhile waits for no more than these. */
const TAKEN_AT_ONCE = 20;

/**
 * Sends what waits by one channel: sign-in codes first, what strangers asked for by the hundred last, and else the oldest. Each channel has a run of its own, so that a
 * post office which is down keeps no text message waiting.
 *
 * @param signal  ends it after the message that is under way, when the process is to stop
 */
export async function sendMessages(
  contextNow: () => Context,
  channel: Channel,
  carry: Carrier | undefined,
  signal?: AbortSignal,
): Promise<{ sent: number; failed: number }> {
  const outcome = { sent: 0, failed: 0 };
  if (carry === undefined) return outcome;
  const start = contextNow();
  for (;;) {
    const due = dueMessages(start, channel);
    for (const row of due) {
      if (signal?.aborted) return outcome;
      outcome[await sendOne(contextNow(), row, carry)] += 1;
    }
    if (due.length < TAKEN_AT_ONCE) return outcome;
  }
}

function dueMessages({ db, now }: Context, channel: Channel): Row[] {
  return db
    .select()
    .from(message)
    .where(and(eq(message.state, 'waiting'), eq(message.channel, channel), lte(message.tryAfter, now)))
    .orderBy(asc(message.turn), asc(message.writtenAt))
    .limit(TAKEN_AT_ONCE)
    .all();
}

/**
 * The try is written down before it is made: on a full disk nothing leaves at all, instead of the same letter every two
 * seconds because nobody can write down that it left.
 */
async function sendOne(context: Context, row: Row, carry: Carrier): Promise<'sent' | 'failed'> {
  const tries = row.tries + 1;
  const note = (set: Partial<Row>) => context.db.update(message).set(set).where(eq(message.id, row.id)).run();
  const giveUp = { state: 'failed' as const, triedAt: context.now, ...wordsAfterwards(row) };
  if (tries > TRIES_MAX) {
    note({ ...giveUp, lastError: 'it was tried too often, and no try came to an end' });
    return 'failed';
  }
  note({ tries, tryAfter: nextTry(context.now, tries) });
  let providerId: string | null;
  try {
    ({ providerId } = await carry(context, row, wordsOf(context, row)));
  } catch (error) {
    const isGivenUp = tries === TRIES_MAX || error instanceof NeverDeliverable;
    note({ ...(isGivenUp ? giveUp : {}), lastError: String(error).slice(0, 500) });
    return 'failed';
  }
  note({ state: 'sent', sentAt: context.now, providerId, ...wordsAfterwards(row) });
  return 'sent';
}
