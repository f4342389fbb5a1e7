import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type Direction, moved } from '../rules/order.ts';
import { findTerms, writeTerms } from '../store/glossary.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/** Moves one word of a draft's glossary a place up or down. */
export function moveTerm(
  context: Context,
  callId: Id,
  termId: Id,
  direction: Direction,
): Outcome<'moved', DraftRefusal> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const known = findTerms(tx, callId);
    const place = known.findIndex((term) => term.id === termId);
    if (place === -1) return refused('not-found');
    writeTerms(tx, callId, moved(known, place, direction));
    return done('moved');
  });
}
