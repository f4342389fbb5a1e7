import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { runPanel } from '../queries/run-panel.server.ts';
import { decidePhase, decideRemovingPhase, type PhaseDraft, type PhaseRefusal } from '../rules/planning-phases.ts';
import { deletePhase, phasesOf, writePhase } from '../store/phases.server.ts';

type Planned<Done> = Outcome<Done, PhaseRefusal | 'panel-closed' | 'not-found'>;

/**
 * Plans a phase of a panel's work, or changes it.
 *
 * @param phaseId  null for a new one
 */
export function savePhase(
  context: Context,
  callId: Id,
  phaseId: Id | null,
  draft: PhaseDraft,
): Planned<{ phaseId: Id }> {
  return context.transact((tx) => {
    const run = runPanel(context, callId);
    if (run === null) return refused('not-found');
    if (run.state === 'closed') return refused('panel-closed');
    const decision = decidePhase(phasesOf(tx, callId), phaseId, draft, context.now);
    if (!decision.ok) return decision;
    const id = phaseId ?? context.newId();
    writePhase(tx, callId, { ...draft, id });
    return done({ phaseId: id });
  });
}

/** Takes away a phase that has not begun. */
export function removePhase(context: Context, callId: Id, phaseId: Id): Planned<'removed'> {
  return context.transact((tx) => {
    const run = runPanel(context, callId);
    if (run === null) return refused('not-found');
    if (run.state === 'closed') return refused('panel-closed');
    const phase = phasesOf(tx, callId).find(({ id }) => id === phaseId) ?? null;
    const decision = decideRemovingPhase(phase, context.now);
    if (decision.ok) deletePhase(tx, phaseId);
    return decision;
  });
}
