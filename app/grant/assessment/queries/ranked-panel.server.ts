import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { idsUnderReview } from '../../application/queries/application-card.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { type CountedScore, scoresHashOf, type Weighed } from '../rules/counted-scores.ts';
import { orderOf, type PanelPlace } from '../rules/panel-order.ts';
import type { PanelRule } from '../rules/panel-rule.ts';
import { fundableAmong, type RankingFault, type RankingTask, rankPanel } from '../rules/rank-panel.ts';
import type { Ranking } from '../rules/ranking/rank-by.ts';
import { shortlistSize } from '../rules/shortlisting.ts';
import { findPending } from '../store/decisions.server.ts';
import { findRun, type RunKey } from '../store/ranking.server.ts';
import { countedScoresOf } from '../store/sheets.server.ts';
import { panelRule } from './panel-rule.server.ts';

/** What the panel of a call is ranked from, as it stands at this moment. */
export type ToRank = {
  readonly rule: PanelRule;
  /** Those that can get a place. */
  readonly applicationIds: readonly Id[];
  readonly criteria: readonly Weighed[];
  readonly counted: readonly CountedScore[];
  /** Found not to fit the call's rules: they are shown with their scores, and take nobody's rank, place or lot. */
  readonly ineligible: { readonly applicationIds: readonly Id[]; readonly counted: readonly CountedScore[] };
  readonly key: RunKey;
};

export type RankedPanel = {
  readonly rule: PanelRule;
  /** Whether the figures are those of the announced method, are still being worked out, or why there are none. */
  readonly standing: 'there' | 'waiting' | RankingFault;
  /** By the announced method where it is there, and by the plain mean where not; null where nobody scored anything. */
  readonly ranking: Ranking | null;
  /** Best first. */
  readonly places: readonly PanelPlace[];
  readonly key: RunKey;
  /** When it was calculated; null where it was not kept. */
  readonly ranAt: Instant | null;
  readonly runId: Id | null;
};

/** Everything a ranking of the panel needs; null for an unknown call. No actor is checked. */
export function toRank(context: Pick<Context, 'db'>, callId: Id): ToRank | null {
  const call = callById(context, callId);
  if (call === null) return null;
  const rule = panelRule(context.db, callId);
  const outside = new Set(
    findPending(context.db, callId).flatMap((row) => (row.decision === 'ineligible' ? [row.applicationId] : [])),
  );
  const standing = Map.groupBy(idsUnderReview(context, callId), (id) => !outside.has(id));
  const scores = countedScoresOf(context.db, callId);
  const scoresOf = (ids: readonly Id[]) => {
    const own = new Set(ids);
    return scores.filter(({ applicationId }) => own.has(applicationId));
  };
  const applicationIds = standing.get(true) ?? [];
  const ineligibleIds = standing.get(false) ?? [];
  const counted = scoresOf(applicationIds);
  const key = {
    callId,
    method: rule.method,
    // Known before anybody scores: nobody can look for a seed that suits.
    seed: callId,
    scoresHash: scoresHashOf(call.criteria, counted),
    fundable: fundableAmong(counted, shortlistSize(call)),
  };
  const ineligible = { applicationIds: ineligibleIds, counted: scoresOf(ineligibleIds) };
  return { rule, applicationIds, criteria: call.criteria, counted, ineligible, key };
}

/** What a calculation is given: nothing that it does not need, so that it can be sent to another thread. */
export function taskOf({ rule, criteria, counted, key }: ToRank): RankingTask {
  return {
    method: rule.method,
    criteria: criteria.map(({ id, weightPercent }) => ({ id, weightPercent })),
    counted,
    fundable: key.fundable,
    seed: key.seed,
  };
}

/**
 * The panel's ranking by the announced method, of the scores that count now. What takes long is not calculated here:
 * until it has been, the plain mean stands in its place and `standing` says so. No actor is checked: whoever asks
 * decides who sees it, and shows none of it before scoring has closed.
 */
export function rankedPanel(context: Context, callId: Id): RankedPanel | null {
  const asked = toRank(context, callId);
  if (asked === null) return null;
  const { rule, ineligible, criteria, key } = asked;
  const applicationIds = [...asked.applicationIds, ...ineligible.applicationIds];
  const counted = [...asked.counted, ...ineligible.counted];
  const run = findRun(context.db, key);
  const kept: Ranking | null = run === null || run.result === null ? null : JSON.parse(run.result);
  const made = kept === null && run === null && rule.method !== 'bayes' ? rankPanel(taskOf(asked)) : null;
  const own = kept ?? (made?.ok ? made.value : null);
  const ranking = own ?? plainMean(asked);
  return {
    rule,
    standing: own === null ? faultOf(made, run) : 'there',
    ranking,
    places: orderOf(applicationIds, criteria, counted, ranking),
    key,
    ranAt: run?.ranAt ?? null,
    runId: run?.id ?? null,
  };
}

function plainMean(asked: ToRank): Ranking | null {
  const ranked = rankPanel({ ...taskOf(asked), method: 'mean' });
  return ranked.ok ? ranked.value : null;
}

function faultOf(made: ReturnType<typeof rankPanel> | null, run: { refusal: string | null } | null) {
  if (made !== null && !made.ok) return made.reason;
  return run === null ? 'waiting' : (run.refusal as RankingFault);
}
