import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findChange } from '../store/changes.server.ts';

/** Whether a question of a change was copied from the published call, so that people may have answered it. */
export function isPublishedQuestion(
  context: Pick<Context, 'db'>,
  change: { readonly changeOf: Id | null },
  questionId: Id,
): boolean {
  if (change.changeOf === null) return false;
  return findChange(context.db, change.changeOf)?.origins[questionId] !== undefined;
}
