import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { keepRemoved } from '../store/removed-question.server.ts';
import { findQuestions, writeQuestions } from '../store.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/** Takes one question out of a draft, and keeps it so that it can be put back. */
export function removeQuestion(context: Context, callId: Id, questionId: Id): Outcome<'removed', DraftRefusal> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const known = findQuestions(tx, callId);
    const place = known.findIndex((question) => question.id === questionId);
    const question = known[place];
    if (question === undefined) return refused('not-found');
    writeQuestions(tx, callId, known.toSpliced(place, 1));
    keepRemoved(tx, callId, { question, position: place + 1 }, context.now);
    return done('removed');
  });
}
