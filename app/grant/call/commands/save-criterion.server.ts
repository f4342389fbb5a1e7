import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { CRITERIA_MAX, type CriterionDraft, type CriterionFault, criterionFaults } from '../rules/criteria.ts';
import { findCriteria, writeCriteria } from '../store.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/**
 * Rewrites one criterion of a draft with its anchors, or adds a new one at the end.
 *
 * @param criterionId  null for a new one
 */
export function saveCriterion(
  context: Context,
  callId: Id,
  criterionId: Id | null,
  criterion: CriterionDraft,
): Outcome<{ criterionId: Id }, DraftRefusal | CriterionFault | 'too-many-criteria'> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const known = findCriteria(tx, callId);
    if (criterionId !== null && !known.some((other) => other.id === criterionId)) return refused('not-found');
    if (criterionId === null && known.length >= CRITERIA_MAX) return refused('too-many-criteria');
    const fault = criterionFaults(criterion)[0];
    if (fault !== undefined) return refused(fault.fault);
    const saved = { ...criterion, id: criterionId ?? context.newId() };
    const kept = known.map((other) => (other.id === criterionId ? saved : other));
    writeCriteria(tx, callId, criterionId === null ? [...known, saved] : kept);
    return done({ criterionId: saved.id });
  });
}
