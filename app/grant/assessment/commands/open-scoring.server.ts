import type { Id } from '#app/kernel/id.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { compositionOf } from '../rules/composition.ts';
import { decideOpening, type OpeningRefusal } from '../rules/panel-state.ts';
import { openPanel } from '../store/panel.server.ts';
import { runPanel } from './run-panel.server.ts';

/** Opens the applications to everybody on the panel who has declared her conflicts, and writes to each. */
export function openScoring(context: Context, callId: Id): Outcome<'scoring', OpeningRefusal | 'not-found'> {
  return context.transact((tx) => {
    const run = runPanel(tx, context, callId);
    if (!run.ok) return run;
    const { call, state, members } = run.value;
    const decision = decideOpening({
      state,
      isCallClosed: windowOf(call, context.now) === 'closed',
      applications: applicationsUnderReview(context, callId).length,
      composition: compositionOf(members, call.participantShareMinPercent),
    });
    if (!decision.ok) return decision;
    openPanel(tx, callId, context.now);
    for (const member of members.filter((seated) => seated.state === 'accepted')) {
      promise(tx, context, { kind: 'panel-scoring-opened', subjectId: member.id });
    }
    return decision;
  });
}
