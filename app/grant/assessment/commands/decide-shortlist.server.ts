import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import { panelRanking } from '../queries/panel-ranking.server.ts';
import { mayWeigh, runPanel } from '../queries/run-panel.server.ts';
import { decideShortlisting, type ShortlistChoice, type ShortlistRefusal } from '../rules/shortlisting.ts';
import { insertShortlistings, shortlistingsOf } from '../store/sheets.server.ts';

/**
 * Records the manager's decision on every application at once, with its reason and the figures it rested on,
 * and promises each group a letter.
 */
export function decideShortlist(
  context: Context,
  callId: Id,
  choices: readonly ShortlistChoice[],
): Outcome<'decided', ShortlistRefusal | 'not-found'> {
  return context.transact((tx) => {
    const run = runPanel(context, callId);
    if (run === null) return refused('not-found');
    const { state, composition, managerId } = run;
    const cards = applicationsUnderReview(context, callId);
    if (!mayWeigh(context, cards)) return refused('not-found');
    const applicationIds = cards.map((card) => card.id);
    const facts = {
      panel: state,
      isDecided: shortlistingsOf(tx, callId).length > 0,
      composition,
      applicationIds,
    };
    const decision = decideShortlisting(facts, choices);
    if (!decision.ok) return decision;
    const figures = new Map(panelRanking(context, callId).map((row) => [row.applicationId, row]));
    insertShortlistings(
      tx,
      choices.map(({ applicationId, decision: chosen, reason }) => ({
        applicationId,
        callId,
        decision: chosen,
        reason: reason.trim(),
        rank: figures.get(applicationId)?.rank ?? null,
        meanMilli: figures.get(applicationId)?.meanMilli ?? null,
        spreadMilli: figures.get(applicationId)?.spreadMilli ?? null,
        sheets: figures.get(applicationId)?.sheets ?? 0,
        decidedBy: managerId,
        decidedAt: context.now,
      })),
    );
    for (const { applicationId } of choices) {
      promise(tx, context, { kind: 'shortlist-decided', subjectId: applicationId });
    }
    return decision;
  });
}
