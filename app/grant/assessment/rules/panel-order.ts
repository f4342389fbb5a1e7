import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { CountedScore, Weighed } from './counted-scores.ts';
import { type PanelScore, panelScore, type WeightedScore } from './panel-score.ts';
import type { RankedApplication, Ranking } from './ranking/rank-by.ts';

type Modelled = Pick<
  RankedApplication,
  'adjusted' | 'expectedRank' | 'rank50' | 'rank90' | 'probabilityAbove' | 'group'
>;

/** Where one application stands, with every figure that says why. */
export type PanelPlace = PanelScore &
  Readonly<{ [Name in keyof Modelled]: Modelled[Name] | null }> & {
    readonly applicationId: Id;
    /** 1 is best; equals share a rank and the next one is skipped. Null where nobody could score it. */
    readonly rank: number | null;
  };

const UNRANKED = {
  rank: null,
  adjusted: null,
  expectedRank: null,
  rank50: null,
  rank90: null,
  probabilityAbove: null,
  group: null,
};

/**
 * The applications best first, each with the exact mean and spread of its sheets beside what the method made of them.
 * Those that nobody could score come last; equals keep the order they came in.
 *
 * @param applicationIds  those that still stand; scores of others are left out
 * @param ranking         of the same scores; null where there is none
 */
export function orderOf(
  applicationIds: readonly Id[],
  criteria: readonly Weighed[],
  counted: readonly CountedScore[],
  ranking: Ranking | null,
): PanelPlace[] {
  const figures = panelScores(applicationIds, criteria, counted);
  const ranked = new Map(ranking?.applications.map((row) => [row.application, row]));
  const ranks = sharedRanks(ranking?.applications ?? []);
  const places = applicationIds.map((applicationId): PanelPlace => {
    const row = ranked.get(applicationId);
    const own = figures.get(applicationId) ?? panelScore([]);
    if (row === undefined) return { applicationId, ...own, ...UNRANKED };
    const { adjusted, expectedRank, rank50, rank90, probabilityAbove, group } = row;
    const rank = ranks.get(row.rank) ?? null;
    return { applicationId, ...own, rank, adjusted, expectedRank, rank50, rank90, probabilityAbove, group };
  });
  return places.toSorted((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0);
}

/** The exact mean and spread of the sheets of each application. */
export function panelScores(
  applicationIds: readonly Id[],
  criteria: readonly Weighed[],
  counted: readonly CountedScore[],
): ReadonlyMap<Id, PanelScore> {
  const weights = new Map(criteria.map((criterion) => [criterion.id, criterion.weightPercent]));
  const sheets = new Map<Id, Map<Id, WeightedScore[]>>(applicationIds.map((id) => [id, new Map()]));
  for (const { applicationId, memberId, criterionId, value } of counted) {
    const weight = weights.get(criterionId);
    invariant(weight !== undefined, 'a score answers a criterion of its call');
    const ofApplication = sheets.get(applicationId);
    const sheet = ofApplication?.get(memberId);
    if (sheet === undefined) ofApplication?.set(memberId, [{ weight, score: value }]);
    else sheet.push({ weight, score: value });
  }
  return new Map([...sheets].map(([applicationId, own]) => [applicationId, panelScore([...own.values()])]));
}

/** Where the method gives equals the mean of their places, lists give them the first: 1, 2, 2, 4. */
function sharedRanks(rows: readonly RankedApplication[]): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  for (const [place, { rank }] of rows.entries()) if (!first.has(rank)) first.set(rank, place + 1);
  return first;
}
