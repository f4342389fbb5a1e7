import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { decidePutBack, type PutBackRefusal } from '../rules/putting-back.ts';
import { findRemoved, forgetRemoved } from '../store/removed-question.server.ts';
import { findQuestions, writeQuestions } from '../store.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/** Puts the question that was taken out of a draft last back where it was. Pretend answers to it do not come back. */
export function putBackQuestion(
  context: Context,
  callId: Id,
  questionId: Id,
): Outcome<'put-back', DraftRefusal | PutBackRefusal> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const decision = decidePutBack(findQuestions(tx, callId), findRemoved(tx, callId), questionId);
    if (!decision.ok) return decision;
    writeQuestions(tx, callId, decision.value);
    forgetRemoved(tx, callId);
    return done('put-back');
  });
}
