import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { CRITERIA_MAX, type CriterionDraft, type CriterionFault, criterionFaults } from '../rules/criteria.ts';
import { writeCriteria } from '../store.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/**
 * Replaces all criteria of a draft, with their anchors. Their weights need not sum to 100 before publishing.
 *
 * @returns the new ids, in the order given
 */
export function setCriteria(
  context: Context,
  callId: Id,
  criteria: readonly CriterionDraft[],
): Outcome<{ criterionIds: Id[] }, DraftRefusal | CriterionFault | 'too-many-criteria'> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    if (criteria.length > CRITERIA_MAX) return refused('too-many-criteria');
    const fault = criteria.flatMap(criterionFaults)[0];
    if (fault !== undefined) return refused(fault.fault);
    const written = criteria.map((criterion) => ({ ...criterion, id: context.newId() }));
    writeCriteria(tx, callId, written);
    return done({ criterionIds: written.map((criterion) => criterion.id) });
  });
}
