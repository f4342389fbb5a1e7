import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { factsOf, planFor } from '../queries/give-out-plan.server.ts';
import { mayWeigh, runPanel } from '../queries/run-panel.server.ts';
import { decideGiveOut, type GiveOutRefusal, type Moves } from '../rules/assigning/giving-out.ts';
import { assignAll, insertBatch, release } from '../store/assignments.server.ts';
import { keepTiedAway } from './keep-tied-away.server.ts';

/**
 * Puts on every desk what the plan says that was seen, and promises a letter to those who get something while the
 * panel scores. Work that was begun stays where it is.
 *
 * @param seen  the key of the plan on the screen: where anything has changed since, nothing is given out
 */
export function giveOut(
  context: Context,
  callId: Id,
  moves: Moves,
  seen: string,
): Outcome<'given-out', GiveOutRefusal | 'not-found'> {
  return context.transact((tx) => {
    const run = runPanel(context, callId);
    if (run === null) return refused('not-found');
    keepTiedAway(tx, context, callId);
    const planned = planFor(context, run, moves);
    if (!mayWeigh(context, planned.gathered.heads)) return refused('not-found');
    const decision = decideGiveOut(factsOf(context, run, planned), seen);
    if (!decision.ok) return decision;
    const { give, take } = planned.change;
    const batchId = context.newId();
    insertBatch(tx, {
      id: batchId,
      callId,
      reviews: planned.gathered.facts.reviews,
      madeAt: context.now,
      madeBy: run.managerId,
    });
    release(tx, take, 'taken-back', context.now);
    assignAll(tx, batchId, give, context.now);
    if (run.state === 'scoring') {
      for (const memberId of new Set(give.map((pair) => pair.memberId))) {
        promise(tx, context, { kind: 'panel-work-given', subjectId: memberId });
      }
    }
    return decision;
  });
}
