import { isStaffOf } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationHeads } from '../../application/queries/application-card.server.ts';
import { insidersOf } from '../../application/queries/team.server.ts';
import { callBySlug } from '../../call/queries/call-facts.server.ts';
import { type Composition, compositionOf } from '../rules/composition.ts';
import type { VoteCount } from '../rules/meeting-votes.ts';
import type { PanelRule } from '../rules/panel-rule.ts';
import type { Ranking } from '../rules/ranking/rank-by.ts';
import type { ShortlistDecision } from '../rules/shortlisting.ts';
import { findLock, type LockRow } from '../store/decisions.server.ts';
import { findLottery } from '../store/lottery.server.ts';
import { membersOf } from '../store/panel.server.ts';
import { findRunById, type RunKey, type RunRow, runsOf } from '../store/ranking.server.ts';
import { shortlistingsOf } from '../store/shortlistings.server.ts';
import { countTiesAt } from '../store/ties.server.ts';
import { type FairnessAnswer, fairnessAnswers } from './fairness.server.ts';
import { panelVotes } from './meetings-of.server.ts';
import { satOnPanel } from './panel-ranking.server.ts';
import { rankedPanel } from './ranked-panel.server.ts';

export type RecordRow = {
  readonly reference: string;
  /** Of the reader's own application; null of every other. */
  readonly title: string | null;
  readonly rank: number | null;
  readonly meanMilli: number | null;
  readonly spreadMilli: number | null;
  readonly sheets: number;
  /** What the panel said when it met; null where it did not vote. */
  readonly votes: VoteCount | null;
  readonly decision: ShortlistDecision;
};

export type DecisionRecord = {
  readonly call: { readonly slug: string; readonly title: string; readonly timeZone: string };
  readonly decidedAt: Instant;
  /** Null in a call that was decided before two people had to agree. */
  readonly agreed: { readonly lockedAt: Instant; readonly confirmedAt: Instant | null } | null;
  readonly composition: Composition;
  readonly ties: { readonly soft: number; readonly hard: number };
  readonly rule: PanelRule;
  readonly key: RunKey;
  readonly ranAt: Instant | null;
  readonly convergence: Ranking['convergence'];
  readonly hasLottery: boolean;
  /** Scores changed between the day when the list was fixed and the decision. */
  readonly hadLotsAged: boolean;
  readonly fairness: readonly Omit<FairnessAnswer, 'by'>[];
  readonly rows: readonly RecordRow[];
};

/**
 * All that a decision rested on, once everybody was told: for the partner's staff, whoever sat on the panel, and whoever
 * applied. Applications stand there by their reference, and one's own by its name. Null for anybody else.
 */
export function decisionRecord(context: Context, slug: string): DecisionRecord | null {
  const call = callBySlug(context, slug);
  const { actor } = context;
  if (call === null || actor === null || call.state !== 'published') return null;
  const decisions = shortlistingsOf(context.db, call.id);
  const [first] = decisions;
  if (first === undefined) return null;
  const ids = decisions.map(({ applicationId }) => applicationId);
  const own = ownAmong(context, ids, actor.personId);
  const isInvolved = own.size > 0 || isStaffOf(actor, call.partnerId) || satOnPanel(context, actor.personId, call.id);
  const ranked = isInvolved ? rankedPanel(context, call.id) : null;
  if (ranked === null) return null;
  const lock = findLock(context.db, call.id, 'shortlist');
  const run = runUnder(context, call.id, lock, first.decidedAt);
  const lottery = findLottery(context.db, call.id);
  const votes = panelVotes(context, call.id);
  const heads = applicationHeads(context, ids);
  const key = run ?? ranked.key;
  const { title, timeZone } = call;
  return {
    call: { slug, title, timeZone },
    decidedAt: first.decidedAt,
    agreed: lock === null ? null : { lockedAt: lock.lockedAt, confirmedAt: lock.confirmedAt },
    composition: compositionOf(membersOf(context.db, call.id), call.participantShareMinPercent),
    ties: countTiesAt(context.db, call.id, first.decidedAt),
    rule: ranked.rule,
    key,
    ranAt: run?.ranAt ?? null,
    convergence: run?.result == null ? null : (JSON.parse(run.result) as Ranking).convergence,
    hasLottery: lottery !== null,
    hadLotsAged: lottery !== null && run !== null && lottery.runId !== run.id,
    fairness: fairnessAnswers(context, call.id, key.scoresHash).map(({ response, at, isOfNow }) => {
      return { response, at, isOfNow };
    }),
    rows: decisions
      .map((row) => ({
        reference: heads.get(row.applicationId)?.reference ?? '',
        title: own.has(row.applicationId) ? (heads.get(row.applicationId)?.title ?? null) : null,
        rank: row.rank,
        meanMilli: row.meanMilli,
        spreadMilli: row.spreadMilli,
        sheets: row.sheets,
        votes: votes.get(row.applicationId) ?? null,
        decision: row.decision,
      }))
      .toSorted((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0),
  };
}

/**
 * The very calculation that was locked: a later one of the same scores is another. Locks from before it was written down
 * have the last calculation before the decision.
 */
function runUnder({ db }: Context, callId: Id, lock: LockRow | null, decidedAt: Instant): RunRow | null {
  if (lock?.runId != null) return findRunById(db, lock.runId);
  return runsOf(db, callId).findLast(({ ranAt }) => ranAt <= decidedAt) ?? null;
}

function ownAmong(context: Context, applicationIds: readonly Id[], personId: Id): ReadonlySet<Id> {
  const insiders = insidersOf(context, applicationIds);
  return new Set(applicationIds.filter((id) => insiders.get(id)?.has(personId)));
}
