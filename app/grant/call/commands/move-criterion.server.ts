import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type Direction, moved } from '../rules/order.ts';
import { findCriteria, writeCriteria } from '../store.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/** Moves one criterion of a draft a place up or down; at the end of the list it stays. */
export function moveCriterion(
  context: Context,
  callId: Id,
  criterionId: Id,
  direction: Direction,
): Outcome<'moved', DraftRefusal> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const known = findCriteria(tx, callId);
    const place = known.findIndex((criterion) => criterion.id === criterionId);
    if (place === -1) return refused('not-found');
    writeCriteria(tx, callId, moved(known, place, direction));
    return done('moved');
  });
}
