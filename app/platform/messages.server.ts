import { and, desc, eq, inArray } from 'drizzle-orm';
import type { ReactElement } from 'react';
import { render, toPlainText } from 'react-email';
import type { Id } from '#app/kernel/id.ts';
import { message } from '#db/schema/platform.ts';
import type { Context, Tx } from './context.server.ts';
import type { Promised } from './outbox.server.ts';

export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly body: ReactElement;
  /** Whose outbox page shows it; none for messages about an account. */
  readonly partnerId?: Id;
  /** A sign-in code: never shown to staff. */
  readonly secret?: boolean;
};

/** Renders a letter and answers with what remains to be written: the message, waiting to be sent or kept. */
export async function writeLetter(context: Context, promised: Promised, letter: Letter): Promise<(tx: Tx) => void> {
  const html = await render(letter.body);
  const row = {
    id: context.newId(),
    promiseId: promised.id,
    recipient: letter.to,
    subject: letter.subject,
    html,
    text: toPlainText(html),
    secret: letter.secret ?? false,
    partnerId: letter.partnerId ?? null,
    state: context.env.SMTP_URL === undefined ? ('kept' as const) : ('waiting' as const),
    writtenAt: context.now,
    tryAfter: context.now,
  };
  return (tx) => {
    tx.insert(message).values(row).run();
  };
}

export type KeptMessage = typeof message.$inferSelect;

/** The newest messages written for these partners, without those that hold a secret. */
export function messagesOf(context: Pick<Context, 'db'>, partnerIds: readonly Id[], limit: number): KeptMessage[] {
  if (partnerIds.length === 0) return [];
  return context.db
    .select()
    .from(message)
    .where(and(inArray(message.partnerId, [...partnerIds]), eq(message.secret, false)))
    .orderBy(desc(message.writtenAt), desc(message.id))
    .limit(limit)
    .all();
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
