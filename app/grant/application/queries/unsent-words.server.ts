import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ReopenedDetail, reopeningState } from '../rules/reopening.ts';
import { findReopenings } from '../store/reopenings.server.ts';
import type { Application } from '../store.server.ts';

export type UnsentWords = {
  readonly questionId: Id | null;
  readonly label: string;
  readonly detail: ReopenedDetail | null;
  readonly text: string;
};

/** What was written for a reopened part and not sent in time: no part of the application, and not lost either. */
export function unsentWords(
  context: Pick<Context, 'db' | 'now'>,
  found: Pick<Application, 'id' | 'state'>,
  questions: readonly { readonly id: Id; readonly label: string }[],
): UnsentWords[] {
  if (found.state === 'draft') return [];
  return findReopenings(context.db, found.id)
    .filter((reopening) => {
      const state = reopeningState(reopening, context.now);
      return state === 'over' || state === 'taken-back' || (state === 'open' && found.state === 'withdrawn');
    })
    .flatMap(({ parts }) => parts)
    .filter(({ before, text }) => before !== text && text !== '')
    .map(({ questionId, detail, text }) => ({
      questionId,
      detail,
      label: questions.find(({ id }) => id === questionId)?.label ?? '',
      text,
    }));
}
