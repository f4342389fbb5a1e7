import { and, desc, eq, inArray } from 'drizzle-orm';
import type { ReactElement } from 'react';
import { render, toPlainText } from 'react-email';
import type { Id } from '#app/kernel/id.ts';
import { isReachable } from '#app/kernel/reachable.ts';
import { message } from '#db/schema/platform.ts';
import type { Context, Tx } from './context.server.ts';
import type { Promised } from './outbox.server.ts';

export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly body: ReactElement;
  /** Whose outbox page shows it; none for messages about an account. */
  readonly partnerId?: Id;
  /** A sign-in code: never shown to staff, and sealed while it waits to be sent. */
  readonly secret?: boolean;
};

/** Renders a letter and answers with what remains to be written: the message, waiting to be sent or kept. */
export async function writeLetter(context: Context, promised: Promised, letter: Letter): Promise<(tx: Tx) => void> {
  const html = await render(letter.body);
  const secret = letter.secret ?? false;
  const words = { subject: letter.subject, html, text: toPlainText(html) };
  const row = {
    id: context.newId(),
    promiseId: promised.id,
    recipient: letter.to,
    ...(secret ? sealWords(context, words) : words),
    secret,
    partnerId: letter.partnerId ?? null,
    // Somebody without an address has a printed letter, or hears it by phone.
    state: context.env.SMTP_URL === undefined || !isReachable(letter.to) ? ('kept' as const) : ('waiting' as const),
    writtenAt: context.now,
    tryAfter: context.now,
  };
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
