import { type Id, isId } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { myRole } from '../queries/team.server.ts';
import { type CommentRefusal, decideComment } from '../rules/commenting.ts';
import { mayComment } from '../rules/team.ts';
import { findComment, findComments, insertComment, markResolved } from '../store/comments.server.ts';
import { findApplication } from '../store.server.ts';

/**
 * Leaves a comment for the team beside a question.
 *
 * @param comment.id  made for the form, so that the same form sent twice says it once
 */
export function commentOnAnswer(
  context: Context,
  applicationId: Id,
  questionId: Id,
  comment: { readonly id: Id; readonly text: string },
): Outcome<'said', CommentRefusal | 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (actor === null || found === null || !mayComment(myRole(context, found))) return refused('not-found');
    const isAsked = callById(context, found.callId)?.questions.some(({ id }) => id === questionId) ?? false;
    if (!isAsked || !isId(comment.id)) return refused('not-found');
    const known = findComment(tx, comment.id);
    if (known !== null) return known.authorId === actor.personId ? done('said') : refused('not-found');
    const decision = decideComment(comment.text, findComments(tx, applicationId, questionId).length);
    if (!decision.ok) return decision;
    insertComment(tx, {
      id: comment.id,
      applicationId,
      questionId,
      authorId: actor.personId,
      text: comment.text.trim(),
      writtenAt: context.now,
    });
    return done('said');
  });
}

/** Says that what a comment asks for is done, or that it is not yet. */
export function resolveComment(
  context: Context,
  applicationId: Id,
  commentId: Id,
  isResolved: boolean,
): Outcome<'resolved' | 'reopened', 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    if (actor === null || found === null || !mayComment(myRole(context, found))) return refused('not-found');
    const comment = findComment(tx, commentId);
    if (comment?.applicationId !== applicationId) return refused('not-found');
    if ((comment.resolvedAt !== null) !== isResolved) {
      markResolved(tx, commentId, isResolved ? actor.personId : null, context.now);
    }
    return done(isResolved ? 'resolved' : 'reopened');
  });
}
