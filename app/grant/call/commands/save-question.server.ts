import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { isConditionSound } from '../rules/conditions.ts';
import { QUESTIONS_MAX, type QuestionDraft, type QuestionFault, questionFaults, tidied } from '../rules/questions.ts';
import { findQuestions, writeQuestions } from '../store.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/**
 * Rewrites one question of a draft, or adds a new one at the end.
 *
 * @param questionId  null for a new one
 */
export function saveQuestion(
  context: Context,
  callId: Id,
  questionId: Id | null,
  question: QuestionDraft,
): Outcome<{ questionId: Id }, DraftRefusal | QuestionFault | 'too-many-questions' | 'condition-unsound'> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const known = findQuestions(tx, callId);
    if (questionId !== null && !known.some((other) => other.id === questionId)) return refused('not-found');
    if (questionId === null && known.length >= QUESTIONS_MAX) return refused('too-many-questions');
    const fault = questionFaults(question)[0];
    if (fault !== undefined) return refused(fault.fault);
    const place = known.findIndex((other) => other.id === questionId);
    const earlier = place === -1 ? known : known.slice(0, place);
    if (question.onlyIf !== null && !isConditionSound(question.onlyIf, earlier)) return refused('condition-unsound');
    const saved = { ...tidied(question), id: questionId ?? context.newId() };
    const kept = known.map((other) => (other.id === questionId ? saved : other));
    writeQuestions(tx, callId, questionId === null ? [...known, saved] : kept);
    return done({ questionId: saved.id });
  });
}
