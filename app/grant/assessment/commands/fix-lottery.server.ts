import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationHeads } from '../../application/queries/application-card.server.ts';
import { lotteryFixing } from '../queries/lottery.server.ts';
import { rankedPanel } from '../queries/ranked-panel.server.ts';
import { weighPanel } from '../queries/run-panel.server.ts';
import type { FixRefusal } from '../rules/holding-a-lottery.ts';
import { entriesHashOf } from '../rules/lottery.ts';
import { insertLottery } from '../store/lottery.server.ts';
import { keepRun } from './keep-run.server.ts';

/** Fixes for good what lots are drawn among: those that the ranking of this moment cannot tell apart. */
export function fixLottery(context: Context, callId: Id): Outcome<'fixed', FixRefusal | 'not-found'> {
  return context.transact((tx) => {
    const run = weighPanel(context, callId);
    const ranked = rankedPanel(context, callId);
    if (run === null || ranked === null) return refused('not-found');
    const decision = lotteryFixing(context, callId, ranked);
    if (!decision.ok) return decision;
    const places = ranked.ranking?.toChoose ?? 0;
    const heads = applicationHeads(
      context,
      ranked.places.filter(({ group }) => group === 'reaches').map(({ applicationId }) => applicationId),
    );
    const entries = [...heads.values()]
      .map(({ id, reference }) => ({ applicationId: id, reference }))
      .sort((one, other) => (one.reference < other.reference ? -1 : 1));
    const references = entries.map(({ reference }) => reference);
    const salt = context.newId();
    insertLottery(tx, {
      id: context.newId(),
      callId,
      runId: keepRun(tx, context, ranked, run.managerId),
      places,
      entries,
      entriesHash: entriesHashOf({ callId, places, references, salt }),
      salt,
      fixedAt: context.now,
      fixedBy: run.managerId,
    });
    return decision;
  });
}
