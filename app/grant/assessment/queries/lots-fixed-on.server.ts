import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { LineGroup } from '../rules/ranking/funding-line.ts';
import type { Ranking } from '../rules/ranking/rank-by.ts';
import { findLottery } from '../store/lottery.server.ts';
import { findRunById } from '../store/ranking.server.ts';
import { toRank } from './ranked-panel.server.ts';

export type LotsFixedOn = {
  /** Whether the scores that count, or who is ranked, are others than when the list was fixed. */
  readonly hasChanged: boolean;
  /** On which side of the line each application stood when the list was fixed. */
  readonly groups: ReadonlyMap<Id, LineGroup | null>;
};

/**
 * How the lottery of a call stands to the ranking of this moment: a list that was fixed goes with the ranking it was
 * fixed on, whatever changes later. Null where none was fixed. No actor is checked.
 */
export function lotsFixedOn(context: Pick<Context, 'db'>, callId: Id): LotsFixedOn | null {
  const lottery = findLottery(context.db, callId);
  if (lottery === null) return null;
  const fixedOn = findRunById(context.db, lottery.runId);
  const ranking: Ranking | null = fixedOn?.result == null ? null : JSON.parse(fixedOn.result);
  return {
    hasChanged: toRank(context, callId)?.key.scoresHash !== fixedOn?.scoresHash,
    groups: new Map(ranking?.applications.map(({ application, group }) => [application, group])),
  };
}
