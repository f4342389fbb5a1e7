import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { unlockDecision } from '../../assessment/commands/decision-lock.server.ts';
import { decisionLockOf } from '../../assessment/queries/decision-lock.server.ts';
import { decideTakingOff, type TakeOffRefusal } from '../../assessment/rules/deciding/decision-lock.ts';
import { lockedMatter } from '../queries/decision-matter.server.ts';

/** Takes the lock off the awards before they are recorded. Letters that nobody touched are drafted anew. */
export function unlockAwards(context: Context, callId: Id): Outcome<'taken-off', TakeOffRefusal | 'not-found'> {
  return context.transact((tx) => {
    const matter = lockedMatter(context, callId);
    if (matter === null) return refused('not-found');
    if (matter.readiness === 'already-decided') return refused('already-decided');
    const decision = decideTakingOff(decisionLockOf(context, callId, 'award'));
    if (decision.ok) {
      const ids = matter.cards.map(({ id }) => id);
      unlockDecision(tx, { callId, stage: 'award' }, ids);
    }
    return decision;
  });
}
