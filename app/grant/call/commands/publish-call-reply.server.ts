import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callForManager } from '../queries/call-facts.server.ts';
import { decideReply, type ReplyFault } from '../rules/replies.ts';
import { findReplies, insertReply } from '../store/replies.server.ts';

export type ReplyRefusal = ReplyFault | 'not-found';

/** Adds a question and its answer to the page of a published call, where everybody reads them. */
export function publishCallReply(
  context: Context,
  callId: Id,
  words: { readonly question: string; readonly answer: string },
): Outcome<'published', ReplyRefusal> {
  return context.transact((tx) => {
    const call = callForManager(context, callId);
    if (context.actor === null || call === null || call.state !== 'published') return refused('not-found');
    const decision = decideReply(words, findReplies(tx, callId).length);
    if (!decision.ok) return decision;
    insertReply(tx, {
      id: context.newId(),
      callId,
      question: words.question.trim(),
      answer: words.answer.trim(),
      publishedAt: context.now,
      publishedBy: context.actor.personId,
    });
    return done('published');
  });
}
