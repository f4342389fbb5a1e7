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

export function smtpTransport(smtpUrl: string): Transport {
  return createTransport(smtpUrl, { pool: true } as object) as unknown as Transport;
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

/** Sends what waits, each by the carrier of its channel. */
export async function sendMessages(
  contextNow: () => Context,
  carriers: Readonly<Partial<Record<Channel, Carrier>>>,
): Promise<{ sent: number; failed: number }> {
  const outcome = { sent: 0, failed: 0 };
  const start = contextNow();
  const due = start.db
    .select()
    .from(message)
    .where(and(eq(message.state, 'waiting'), lte(message.tryAfter, start.now)))
    .orderBy(asc(message.writtenAt))
    .limit(100)
    .all();
  for (const row of due) {
    const carry = carriers[row.channel];
    if (carry === undefined) continue;
    const context = contextNow();
    try {
      const { providerId } = await carry(context, row, wordsOf(context, row));
      context.db
        .update(message)
        .set({ state: 'sent', sentAt: context.now, providerId, ...wordsAfterwards(row) })
        .where(eq(message.id, row.id))
        .run();
      outcome.sent += 1;
    } catch (error) {
      const tries = row.tries + 1;
      const isGivenUp = tries >= TRIES_MAX || error instanceof NeverDeliverable;
      context.db
        .update(message)
        .set({
          tries,
          ...(isGivenUp ? { state: 'failed' as const, triedAt: context.now, ...wordsAfterwards(row) } : {}),
          tryAfter: nextTry(context.now, tries),
          lastError: String(error).slice(0, 500),
        })
        .where(eq(message.id, row.id))
        .run();
      outcome.failed += 1;
    }
  }
  return outcome;
}
