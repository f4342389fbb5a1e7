import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { message } from '#db/schema/platform.ts';

/** The newest messages written for these partners with their words, without those that hold a secret. */
export function messagesOf(context: Pick<Context, 'db'>, partnerIds: readonly Id[], limit: number) {
  return context.db
    .select()
    .from(message)
    .where(and(inArray(message.partnerId, [...partnerIds]), eq(message.secret, false)))
    .orderBy(desc(message.writtenAt), desc(message.id))
    .limit(limit)
    .all();
}
