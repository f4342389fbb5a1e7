import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { shortlistMatter } from '../queries/shortlist-matter.server.ts';
import { decideTakingOff, type TakeOffRefusal } from '../rules/deciding/decision-lock.ts';
import { unlockDecision } from './decision-lock.server.ts';

/** Takes the lock off, so that the shortlist can be changed again. Letters that nobody touched are drafted anew. */
export function unlockShortlist(context: Context, callId: Id): Outcome<'taken-off', TakeOffRefusal | 'not-found'> {
  return context.transact((tx) => {
    const matter = shortlistMatter(context, callId);
    if (matter === null) return refused('not-found');
    const decision = decideTakingOff(matter.lock);
    if (!decision.ok) return decision;
    unlockDecision(tx, { callId, stage: 'shortlist' }, [...matter.choices.keys()]);
    return decision;
  });
}
