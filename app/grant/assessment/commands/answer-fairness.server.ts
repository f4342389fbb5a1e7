import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { fairnessFigures } from '../queries/fairness.server.ts';
import { isShortlistDecided } from '../queries/panel-ranking.server.ts';
import { toRank } from '../queries/ranked-panel.server.ts';
import { weighPanel } from '../queries/run-panel.server.ts';
import { decideResponse, type FairnessRefusal } from '../rules/answering-fairness.ts';
import { findFairness, insertFairness } from '../store/fairness.server.ts';

/**
 * Writes down what the chair makes of the fairness check, with the figures as they were.
 *
 * @param seenHash  of the scores whose figures her page showed: what she says is about those and no others
 */
export function answerFairness(
  context: Context,
  callId: Id,
  response: string,
  seenHash: string,
): Outcome<'answered', FairnessRefusal | 'scores-changed' | 'not-found'> {
  return context.transact((tx) => {
    const run = weighPanel(context, callId);
    const asked = toRank(context, callId);
    if (run === null || asked === null) return refused('not-found');
    const { scoresHash } = asked.key;
    const facts = {
      panel: run.state,
      isDecided: isShortlistDecided(context, callId),
      isAnswered: findFairness(tx, callId, scoresHash) !== null,
    };
    const decision = decideResponse(facts, response);
    if (!decision.ok) return decision;
    if (scoresHash !== seenHash) return refused('scores-changed');
    insertFairness(tx, {
      callId,
      scoresHash,
      figures: JSON.stringify(fairnessFigures(context, asked)),
      response: response.trim(),
      respondedAt: context.now,
      respondedBy: run.managerId,
    });
    return decision;
  });
}
