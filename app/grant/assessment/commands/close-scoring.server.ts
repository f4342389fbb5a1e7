import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { runPanel } from '../queries/run-panel.server.ts';
import { shortOfReaders } from '../queries/short-of-readers.server.ts';
import { type ClosingRefusal, decideClosing } from '../rules/panel-state.ts';
import { closePanel } from '../store/panel.server.ts';
import { countSubmittedSheets } from '../store/sheets.server.ts';
import { keepTiedAway } from './keep-tied-away.server.ts';
import { wantRanking } from './want-ranking.server.ts';

/**
 * Ends scoring: drafts stay drafts and do not count, and the ranking becomes visible to the manager.
 *
 * @param seen  the key of the list of applications that lack readers as it was on the screen; null where nobody looked
 */
export function closeScoring(
  context: Context,
  callId: Id,
  seen: string | null = null,
): Outcome<'closed', ClosingRefusal | 'not-found'> {
  return context.transact((tx) => {
    const run = runPanel(context, callId);
    if (run === null) return refused('not-found');
    const { state, composition } = run;
    // Somebody may have been named a moment ago: her sheets no longer count.
    keepTiedAway(tx, context, callId);
    const decision = decideClosing({
      state,
      sheetsSubmitted: countSubmittedSheets(tx, callId),
      composition,
      short: { now: shortOfReaders(context, run).key, seen },
    });
    if (!decision.ok) return decision;
    closePanel(tx, callId, context.now);
    wantRanking(tx, context, callId, run.managerId);
    return decision;
  });
}
