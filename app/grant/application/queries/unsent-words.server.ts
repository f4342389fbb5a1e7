import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ReopenedDetail, reopeningState, UNSENT_KEPT_FOR } from '../rules/reopening.ts';
import { findUnsentOf } from '../store/media.server.ts';
import { findReopenings, type ReopeningWithParts } from '../store/reopenings.server.ts';
import type { Application } from '../store.server.ts';
import { type Recorded, recordedAmong } from './recorded.server.ts';

export type UnsentWords = {
  readonly questionId: Id | null;
  readonly label: string;
  readonly detail: ReopenedDetail | null;
  readonly text: string;
};

type Reader = Pick<Context, 'db' | 'now'>;
type Found = Pick<Application, 'id' | 'state'>;
type Question = { readonly id: Id; readonly label: string };

/** What was written for a reopened part and not sent in time: no part of the application, and not lost either. */
export function unsentWords(context: Reader, found: Found, questions: readonly Question[]): UnsentWords[] {
  return endedUnsent(context, found)
    .flatMap(({ parts }) => parts)
    .filter(({ before, text }) => before !== text && text !== '')
    .map(({ questionId, detail, text }) => ({ questionId, detail, label: labelOf(questions, questionId), text }));
}

export type UnsentRecording = {
  readonly label: string;
  readonly recorded: Recorded;
  /** When it is deleted: it takes room that others may need. */
  readonly keptUntil: Instant;
};

/** The same for what was recorded. */
export function unsentRecordings(context: Reader, found: Found, questions: readonly Question[]): UnsentRecording[] {
  const ended = endedUnsent(context, found);
  if (ended.length === 0) return [];
  const media = findUnsentOf(context.db, found.id);
  const recorded = recordedAmong(context, media);
  return ended.flatMap(({ parts, takenBackAt, untilAt }) =>
    media.flatMap(({ id, questionId, reopenedPartId }) => {
      const ready = recorded.get(id);
      if (ready === undefined || !parts.some((part) => part.id === reopenedPartId)) return [];
      const keptUntil = (takenBackAt ?? untilAt) + UNSENT_KEPT_FOR;
      return [{ label: labelOf(questions, questionId), recorded: ready, keptUntil }];
    }),
  );
}

/** The times that an application was reopened and not sent again. */
function endedUnsent(context: Reader, found: Found): ReopeningWithParts[] {
  if (found.state === 'draft') return [];
  return findReopenings(context.db, found.id).filter((reopening) => {
    const state = reopeningState(reopening, context.now);
    return state === 'over' || state === 'taken-back' || (state === 'open' && found.state === 'withdrawn');
  });
}

function labelOf(questions: readonly Question[], questionId: Id | null): string {
  return questions.find(({ id }) => id === questionId)?.label ?? '';
}
