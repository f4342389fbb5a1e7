import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findQuestions, writeQuestions } from '../store.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/** Takes one question out of a draft. */
export function removeQuestion(context: Context, callId: Id, questionId: Id): Outcome<'removed', DraftRefusal> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const known = findQuestions(tx, callId);
    const kept = known.filter((question) => question.id !== questionId);
    if (kept.length === known.length) return refused('not-found');
    writeQuestions(tx, callId, kept);
    return done('removed');
  });
}
