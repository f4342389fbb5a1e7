import { and, eq, lt, ne } from 'drizzle-orm';
import type { Instant } from '#app/kernel/instant.ts';
import { message } from '#db/schema/platform.ts';
import type { Tx } from './context.server.ts';

/** Forgets messages with a secret that were written before a moment and no longer wait. */
export function forgetSecretMessages(tx: Tx, before: Instant): void {
  tx.delete(message)
    .where(and(eq(message.secret, true), ne(message.state, 'waiting'), lt(message.writtenAt, before)))
    .run();
}
