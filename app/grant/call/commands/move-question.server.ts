import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { Direction } from '../rules/order.ts';
import { movedInSections } from '../rules/sections.ts';
import { findQuestions, writeQuestions } from '../store.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/** Moves one question of a draft a place up or down, at the edge of its section with the whole section. */
export function moveQuestion(
  context: Context,
  callId: Id,
  questionId: Id,
  direction: Direction,
): Outcome<'moved', DraftRefusal> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const known = findQuestions(tx, callId);
    const place = known.findIndex((question) => question.id === questionId);
    if (place === -1) return refused('not-found');
    writeQuestions(tx, callId, movedInSections(known, place, direction));
    return done('moved');
  });
}
