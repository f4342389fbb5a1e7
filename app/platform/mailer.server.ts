import { and, asc, eq, lte } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import { message } from '#db/schema/platform.ts';
import type { Context } from './context.server.ts';
import { wordsAfterwards, wordsOf } from './messages.server.ts';
import { nextTry } from './outbox.server.ts';

export type Envelope = { from: string; to: string; subject: string; html: string; text: string; messageId: string };
export type Transport = { sendMail(envelope: Envelope): Promise<unknown> };

/** After this many tries over about three days staff see the message as failed and can act. */
const TRIES_MAX = 20;

export function smtpTransport(smtpUrl: string): Transport {
  return createTransport(smtpUrl, { pool: true } as object) as unknown as Transport;
}

/** Sends what waits. The Message-ID is ours and stable, so that a second try after a crash is recognisable as the same. */
export async function sendMessages(
  contextNow: () => Context,
  transport: Transport,
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
    const context = contextNow();
    try {
      await transport.sendMail({
        from: context.env.MAIL_FROM,
        to: row.recipient,
        ...wordsOf(context, row),
        messageId: `<${row.id}@${new URL(context.env.PUBLIC_URL).hostname}>`,
      });
      context.db
        .update(message)
        .set({ state: 'sent', sentAt: context.now, ...wordsAfterwards(row) })
        .where(eq(message.id, row.id))
        .run();
      outcome.sent += 1;
    } catch (error) {
      const tries = row.tries + 1;
      const isGivenUp = tries >= TRIES_MAX;
      context.db
        .update(message)
        .set({
          tries,
          state: isGivenUp ? 'failed' : 'waiting',
          ...(isGivenUp ? wordsAfterwards(row) : {}),
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
