import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { publishCallReply, type ReplyRefusal } from '../../call/commands/publish-call-reply.server.ts';
import { questionForManager } from '../queries/help-inbox.server.ts';
import { decidePublishReply, type PublishReplyRefusal, questionsEndAt } from '../rules/asking.ts';
import { markPublished } from '../store/help.server.ts';

/**
 * Shows a question and its answer to everybody on the page of the call, in the words given here. Nothing on that
 * page leads back to who asked.
 */
export function publishReply(
  context: Context,
  helpQuestionId: Id,
  words: { readonly question: string; readonly answer: string },
): Outcome<'published', PublishReplyRefusal | ReplyRefusal | 'not-found'> {
  return context.transact((tx) => {
    const found = questionForManager(context, helpQuestionId);
    if (found === null) return refused('not-found');
    const decision = decidePublishReply(found.question, questionsEndAt(found.call), context.now);
    if (!decision.ok) return decision;
    markPublished(tx, helpQuestionId, context.now);
    return publishCallReply(context, found.call.id, words);
  });
}
