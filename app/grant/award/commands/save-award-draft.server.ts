import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { decisionLockOf } from '../../assessment/queries/decision-lock.server.ts';
import { decisionMatter } from '../queries/decision-matter.server.ts';
import type { Readiness } from '../rules/deciding.ts';
import { putDraft } from '../store.server.ts';

/**
 * Keeps what the manager has typed so far, complete or not.
 *
 * @param typed  the fields of the form by name, as typed
 */
export function saveAwardDraft(
  context: Context,
  callId: Id,
  typed: Readonly<Record<string, readonly string[]>>,
): Outcome<'saved', Exclude<Readiness, 'ready'> | 'locked' | 'not-found'> {
  return context.transact((tx) => {
    const matter = decisionMatter(context, callId);
    if (matter === null || context.actor === null) return refused('not-found');
    if (matter.readiness !== 'ready') return refused(matter.readiness);
    if (decisionLockOf(context, callId, 'award') !== null) return refused('locked');
    putDraft(tx, { callId, typed, savedAt: context.now, savedBy: context.actor.personId });
    return done('saved');
  });
}
