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
