import type { Id } from '#app/kernel/id.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { compositionOf } from '../rules/composition.ts';
import { type ClosingRefusal, decideClosing } from '../rules/panel-state.ts';
import { closePanel } from '../store/panel.server.ts';
import { countSubmittedSheets } from '../store/sheets.server.ts';
import { runPanel } from './run-panel.server.ts';

/** Ends scoring: drafts stay drafts and do not count, and the ranking becomes visible to the manager. */
export function closeScoring(context: Context, callId: Id): Outcome<'closed', ClosingRefusal | 'not-found'> {
  return context.transact((tx) => {
    const run = runPanel(tx, context, callId);
    if (!run.ok) return run;
    const { call, state, members } = run.value;
    const decision = decideClosing({
      state,
      sheetsSubmitted: countSubmittedSheets(tx, callId),
      composition: compositionOf(members, call.participantShareMinPercent),
    });
    if (decision.ok) closePanel(tx, callId, context.now);
    return decision;
  });
}
