import type { Keeper } from '#app/platform/outbox.server.ts';
import { taskOf, toRank } from '../queries/ranked-panel.server.ts';
import { findRun, insertRun } from '../store/ranking.server.ts';
import { rankElsewhere } from './rank-elsewhere.server.ts';
import { wantRanking } from './want-ranking.server.ts';

/**
 * Keeps the promise of a ranking: calculates it in a thread of its own and writes down what came out, or why nothing
 * did. Where a score changed meanwhile, that is the ranking of what was, and another is promised.
 */
export const calculateRanking: Keeper = async (context, { subjectId: callId, detail }) => {
  const asked = toRank(context, callId);
  const by = detail.by;
  if (asked === null || by === undefined || findRun(context.db, asked.key) !== null) return () => undefined;
  const ranked = await rankElsewhere(taskOf(asked));
  return (tx) => {
    insertRun(tx, {
      id: context.newId(),
      ...asked.key,
      result: ranked.ok ? JSON.stringify(ranked.value) : null,
      refusal: ranked.ok ? null : ranked.reason,
      ranAt: context.now,
      ranBy: by,
    });
    const now = toRank(context, callId);
    if (now !== null && now.key.scoresHash !== asked.key.scoresHash) wantRanking(tx, context, callId, by);
  };
};
