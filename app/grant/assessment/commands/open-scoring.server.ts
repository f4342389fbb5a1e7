import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { stopEntries } from '../../application/commands/stop-entries.server.ts';
import { idsUnderReview } from '../../application/queries/application-card.server.ts';
import { lettersWaiting } from '../../application/queries/eligibility-letters.server.ts';
import { runPanel } from '../queries/run-panel.server.ts';
import { USUAL_RULE } from '../rules/panel-rule.ts';
import { decideOpening, type OpeningRefusal } from '../rules/panel-state.ts';
import { openPanel } from '../store/panel.server.ts';
import { findRule, writeRule } from '../store/ranking.server.ts';
import { keepTiedAway } from './keep-tied-away.server.ts';

/** Opens the applications to everybody on the panel who has declared her conflicts, and writes to each. */
export function openScoring(context: Context, callId: Id): Outcome<'scoring', OpeningRefusal | 'not-found'> {
  return context.transact((tx) => {
    const run = runPanel(context, callId);
    if (run === null) return refused('not-found');
    const { state, members, composition } = run;
    // A code for late entry keeps its word: nobody reads before the last one has sent.
    const stopped = stopEntries(tx, context, callId);
    const decision = decideOpening({
      state,
      isCallClosed: stopped.ok,
      lettersWaiting: lettersWaiting(context, callId),
      applications: idsUnderReview(context, callId).length,
      composition,
    });
    if (!decision.ok) return decision;
    // From now on the rule is fixed: where nobody chose, the usual one.
    if (findRule(tx, callId) === null) {
      writeRule(tx, { callId, ...USUAL_RULE, savedAt: context.now, savedBy: run.managerId });
    }
    openPanel(tx, callId, context.now);
    keepTiedAway(tx, context, callId);
    for (const member of members.filter((seated) => seated.state === 'accepted')) {
      promise(tx, context, { kind: 'panel-scoring-opened', subjectId: member.id });
    }
    return decision;
  });
}
