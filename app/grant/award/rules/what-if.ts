import type { Id } from '#app/kernel/id.ts';
import { type OutcomeName, type Pot, proposeAwards } from './deciding.ts';
import { type Formula, type RankedApplication, rankContenders, waitingForThrow } from './ranking.ts';

/** Another rule than the published one, to see what hangs on it. */
export type OtherRule = {
  /** Whole percent; the public vote has the rest. */
  readonly panelPercent: number;
  /** Whole percent of the ballots. */
  readonly minimumSupportPercent: number;
  readonly awardsPlanned: number;
};

export type Standing = { readonly position: number; readonly points: string; readonly outcome: OutcomeName };

/** Under a rule by which points are equal and nothing was thrown, whoever could come before or after has no answer. */
export type OtherStanding = Omit<Standing, 'outcome'> & { readonly outcome: OutcomeName | 'waits-for-throw' };

/** One application under the published rule and under the other. */
export type Compared = {
  readonly applicationId: Id;
  readonly published: Standing;
  readonly other: OtherStanding;
};

export type WhatIf = {
  /** Best first under the published rule. */
  readonly rows: readonly Compared[];
  /** How many would get another answer; of those that wait for a throw nobody knows. */
  readonly changed: number;
  readonly waiting: number;
};

/**
 * What another rule would propose from the same scores and ballots. It decides nothing: the published rule was fixed before
 * anybody applied. Whom the voters paid for comes first under both, as far as it has the minimum support of either.
 *
 * @param ranked  under the published rule, best first
 */
export function whatIf(formula: Formula, ranked: readonly RankedApplication[], pot: Pot, rule: OtherRule): WhatIf {
  const { panelPercent, minimumSupportPercent, awardsPlanned } = rule;
  const publicPercent = 100 - panelPercent;
  const approvals = Object.fromEntries(ranked.map((entry) => [entry.applicationId, entry.approvals]));
  const changed: Formula = { ...formula, panelPercent, publicPercent, minimumSupportPercent, awardsPlanned };
  const contenders = ranked.map(({ applicationId, reference, askedMinor, meanMilli, mean, judges, earned }) => ({
    applicationId,
    reference,
    askedMinor,
    meanMilli,
    ...(mean === undefined ? {} : { mean }),
    ...(judges === undefined ? {} : { judges }),
    ...(earned === undefined ? {} : { earned }),
  }));
  const published = standings(ranked, pot);
  const otherRanked = rankContenders(changed, contenders, approvals);
  const other = withoutThrow(changed, otherRanked, standings(otherRanked, { ...pot, awardsPlanned }));
  const rows = ranked.flatMap(({ applicationId }) => {
    const [before, after] = [published.get(applicationId), other.get(applicationId)];
    return before && after ? [{ applicationId, published: before, other: after }] : [];
  });
  const waiting = rows.filter((row) => row.other.outcome === 'waits-for-throw').length;
  return { rows, changed: rows.filter((row) => row.published.outcome !== row.other.outcome).length - waiting, waiting };
}

/**
 * Takes the answers away that a throw would still decide: from the first place on that only the lot can give, because
 * who comes there decides what is left for all others. Whoever lacks the support is declined in any order.
 */
function withoutThrow(
  formula: Formula,
  ranked: readonly RankedApplication[],
  known: ReadonlyMap<Id, Standing>,
): ReadonlyMap<Id, OtherStanding> {
  const first = waitingForThrow(formula, ranked)[0]?.position ?? Number.POSITIVE_INFINITY;
  const waits = new Set(ranked.filter((entry) => entry.hasSupport && entry.position >= first).map(idOf));
  return new Map(
    [...known].map(([id, standing]) => [id, waits.has(id) ? { ...standing, outcome: 'waits-for-throw' } : standing]),
  );
}

function idOf({ applicationId }: RankedApplication): Id {
  return applicationId;
}

function standings(ranked: readonly RankedApplication[], pot: Pot): ReadonlyMap<Id, Standing> {
  const proposals = new Map(proposeAwards(ranked, pot).map(({ applicationId, outcome }) => [applicationId, outcome]));
  return new Map(
    ranked.map(({ applicationId, position, points }) => [
      applicationId,
      { position, points, outcome: proposals.get(applicationId) ?? 'declined' },
    ]),
  );
}
