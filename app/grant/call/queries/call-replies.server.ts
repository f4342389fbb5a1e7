import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findReplies } from '../store/replies.server.ts';

/** Questions that were asked about a call, with their answers, for everybody: as they were published. */
export function callReplies(context: Pick<Context, 'db'>, callId: Id): { id: Id; question: string; answer: string }[] {
  return findReplies(context.db, callId).map(({ id, question, answer }) => ({ id, question, answer }));
}
