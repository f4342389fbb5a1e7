import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationsById } from '../../application/queries/application-card.server.ts';
import { returningAmong } from '../../application/queries/returning.server.ts';
import { whoHelped } from '../../application/queries/who-helped.server.ts';
import { type FairnessFigures, type FairnessValue, fairnessOf } from '../rules/fairness.ts';
import { orderOf } from '../rules/panel-order.ts';
import { sheetMeanMilli, type WeightedScore } from '../rules/panel-score.ts';
import { maySeeRanking } from '../rules/visibility.ts';
import { fairnessOfCall, findFairness } from '../store/fairness.server.ts';
import { beginningsOf } from '../store/sheets.server.ts';
import { isShortlistDecided } from './panel-ranking.server.ts';
import { type ToRank, toRank } from './ranked-panel.server.ts';
import { weighPanel } from './run-panel.server.ts';

/** Whether the chair has said what she makes of the scores as they count now. No actor is checked. */
export function fairnessAnswered(context: Pick<Context, 'db'>, callId: Id): boolean {
  const asked = toRank(context, callId);
  return asked !== null && findFairness(context.db, callId, asked.key.scoresHash) !== null;
}

export type FairnessAnswer = {
  readonly response: string;
  readonly at: Instant;
  readonly by: string;
  /** Whether it was said to the scores as they count now. */
  readonly isOfNow: boolean;
};

export type FairnessDesk = {
  readonly call: { readonly id: Id; readonly title: string; readonly timeZone: string };
  readonly isDecided: boolean;
  readonly figures: FairnessFigures;
  readonly scoresHash: string;
  /** Oldest first. */
  readonly answers: readonly FairnessAnswer[];
  readonly isAnswered: boolean;
};

/** The figures of the fairness check and what was said to them; null unless she may weigh the panel, after the close. */
export function fairnessDesk(context: Context, callId: Id): FairnessDesk | null {
  const run = weighPanel(context, callId);
  if (run === null || !maySeeRanking(run.state)) return null;
  const asked = toRank(context, callId);
  if (asked === null) return null;
  const { id, title, timeZone } = run.call;
  const answers = fairnessAnswers(context, callId, asked.key.scoresHash);
  return {
    call: { id, title, timeZone },
    isDecided: isShortlistDecided(context, callId),
    figures: fairnessFigures(context, asked),
    scoresHash: asked.key.scoresHash,
    answers,
    isAnswered: answers.some(({ isOfNow }) => isOfNow),
  };
}

/** What the chair said to the figures, each time they were others. No actor is checked. */
export function fairnessAnswers(context: Context, callId: Id, scoresHash: string): FairnessAnswer[] {
  const rows = fairnessOfCall(context.db, callId);
  const people = peopleById(
    context,
    rows.map(({ respondedBy }) => respondedBy),
  );
  return rows.map((row) => ({
    response: row.response,
    at: row.respondedAt,
    by: people.get(row.respondedBy)?.name ?? '',
    isOfNow: row.scoresHash === scoresHash,
  }));
}

/** How the scores that count stand by group. No actor is checked. */
export function fairnessFigures(context: Pick<Context, 'db'>, asked: ToRank): FairnessFigures {
  const { applicationIds, criteria, counted } = asked;
  const cards = applicationsById(context, applicationIds);
  const helped = whoHelped(context, applicationIds);
  const returning = returningAmong(context, applicationIds);
  const ofApplications = orderOf(applicationIds, criteria, counted, null).flatMap((row): FairnessValue[] => {
    const { applicationId, meanMilli } = row;
    const card = cards.get(applicationId);
    if (card === undefined || meanMilli === null) return [];
    const value = meanMilli / 1000;
    return [
      { dimension: 'form', group: card.videoSeconds > 0 ? 'spoken' : 'written', value },
      { dimension: 'language', group: card.language, value },
      { dimension: 'help', group: helped.has(applicationId) ? 'helped' : 'alone', value },
      { dimension: 'before', group: returning.has(applicationId) ? 'returning' : 'new', value },
    ];
  });
  return fairnessOf([...ofApplications, ...byOrder(context, asked)]);
}

/** Each sheet by whether its member met the application in the first or the second half of what she read. */
function byOrder(context: Pick<Context, 'db'>, { key, criteria, counted }: ToRank): FairnessValue[] {
  const weights = new Map(criteria.map(({ id, weightPercent }) => [id, weightPercent]));
  const sheets = new Map<string, WeightedScore[]>();
  for (const { applicationId, memberId, criterionId, value } of counted) {
    const sheet = `${memberId} ${applicationId}`;
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), { weight: weights.get(criterionId) ?? 0, score: value }]);
  }
  const begun = beginningsOf(context.db, key.callId).filter(
    ({ memberId, applicationId, begunAt }) => begunAt !== null && sheets.has(`${memberId} ${applicationId}`),
  );
  return [...Map.groupBy(begun, ({ memberId }) => memberId).values()].flatMap((own) =>
    own.flatMap(({ memberId, applicationId }, place): FairnessValue[] => {
      const milli = sheetMeanMilli(sheets.get(`${memberId} ${applicationId}`) ?? []);
      if (milli === null) return [];
      const group = place < own.length / 2 ? 'first-half' : 'second-half';
      return [{ dimension: 'order', group, value: milli / 1000 }];
    }),
  );
}
