import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callForManager } from '../queries/call-facts.server.ts';
import { findReply, markReplyRemoved } from '../store/replies.server.ts';

/** Takes a published answer down. That it was there is kept; whoever takes it down twice is content. */
export function removeCallReply(context: Context, callId: Id, replyId: Id): Outcome<'removed', 'not-found'> {
  return context.transact((tx) => {
    const reply = findReply(tx, replyId);
    if (reply === null || reply.callId !== callId || callForManager(context, callId) === null) {
      return refused('not-found');
    }
    if (reply.removedAt === null) markReplyRemoved(tx, replyId, context.now);
    return done('removed');
  });
}
