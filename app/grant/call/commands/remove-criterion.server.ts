import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findCriteria, writeCriteria } from '../store.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/** Takes one criterion out of a draft. */
export function removeCriterion(context: Context, callId: Id, criterionId: Id): Outcome<'removed', DraftRefusal> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const known = findCriteria(tx, callId);
    const kept = known.filter((criterion) => criterion.id !== criterionId);
    if (kept.length === known.length) return refused('not-found');
    writeCriteria(tx, callId, kept);
    return done('removed');
  });
}
