import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { rankedPanel } from '../queries/ranked-panel.server.ts';
import { weighPanel } from '../queries/run-panel.server.ts';
import { maySeeRanking } from '../rules/visibility.ts';

/** Promises to calculate the ranking of the scores that count now, inside the caller's transaction. */
export function wantRanking(tx: Tx, context: Context, callId: Id, by: Id): void {
  promise(tx, context, { kind: 'panel-ranking-wanted', subjectId: callId, detail: { by } });
}

/** The same for a manager who looks at a ranking that is older than the scores. */
export function askForRanking(context: Context, callId: Id): Outcome<'asked', 'not-found' | 'already-there'> {
  return context.transact((tx) => {
    const run = weighPanel(context, callId);
    if (run === null || !maySeeRanking(run.state)) return refused('not-found');
    if (rankedPanel(context, callId)?.standing !== 'waiting') return refused('already-there');
    wantRanking(tx, context, callId, run.managerId);
    return done('asked');
  });
}
