import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type Phase, phaseAt, type ReviewRules, reviewRulesAt } from '../rules/review-phases.ts';
import { phasesOf } from '../store/phases.server.ts';

/** What members of a panel may do and see at this moment, and the phase that says so; none between two phases. */
export type ActivePhase = {
  readonly phase: Phase | null;
  readonly rules: ReviewRules;
  /** The phase that comes next, or would be the first. */
  readonly next: Phase | null;
};

/** The active phase of a call. No actor is checked. */
export function activePhase(context: Pick<Context, 'db' | 'now'>, callId: Id): ActivePhase {
  const phases = phasesOf(context.db, callId);
  return {
    phase: phaseAt(phases, context.now),
    rules: reviewRulesAt(phases, context.now),
    next: phases.find(({ startsAt }) => startsAt > context.now) ?? null,
  };
}
