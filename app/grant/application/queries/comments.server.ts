import type { Id } from '#app/kernel/id.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayView } from '../rules/team.ts';
import { findComments } from '../store/comments.server.ts';
import { myRoleIn } from './team.server.ts';

/** What the team says to each other beside one question, oldest first; nothing for anybody else. */
export function commentsBeside(context: Context, applicationId: Id, questionId: Id) {
  if (!mayView(myRoleIn(context, applicationId))) return [];
  const rows = findComments(context.db, applicationId, questionId);
  const people = peopleById(
    context,
    rows.flatMap(({ authorId, resolvedBy }) => (resolvedBy === null ? [authorId] : [authorId, resolvedBy])),
  );
  const nameOf = (personId: Id | null) => (personId === null ? '' : (people.get(personId)?.name ?? ''));
  return rows.map(({ id, authorId, text, writtenAt, resolvedAt, resolvedBy }) => ({
    id,
    authorName: nameOf(authorId),
    isMine: authorId === context.actor?.personId,
    text,
    writtenAt,
    resolvedAt,
    resolverName: nameOf(resolvedBy),
  }));
}
