import type { Id } from '#app/kernel/id.ts';
import { type OutcomeName, type Pot, proposeAwards } from './deciding.ts';
import { type Formula, type RankedApplication, rankContenders } from './ranking.ts';

/** Another rule than the published one, to see what hangs on it. */
export type OtherRule = {
  /** Whole percent; the public vote has the rest. */
  readonly panelPercent: number;
  /** Whole percent of the ballots. */
  readonly minimumSupportPercent: number;
  readonly awardsPlanned: number;
};

export type Standing = { readonly position: number; readonly points: string; readonly outcome: OutcomeName };

/** One application under the published rule and under the other. */
export type Compared = {
  readonly applicationId: Id;
  readonly published: Standing;
  readonly other: Standing;
};

export type WhatIf = {
  /** Best first under the published rule. */
  readonly rows: readonly Compared[];
  /** How many would get another answer. */
  readonly changed: number;
};

/**
 * What another rule would propose from the same scores and ballots. It decides nothing: the published rule was fixed before
 * anybody applied. Whom the room paid for stays first under both.
 *
 * @param ranked  under the published rule, best first
 */
export function whatIf(formula: Formula, ranked: readonly RankedApplication[], pot: Pot, rule: OtherRule): WhatIf {
  const { panelPercent, minimumSupportPercent, awardsPlanned } = rule;
  const publicPercent = 100 - panelPercent;
  const approvals = Object.fromEntries(ranked.map((entry) => [entry.applicationId, entry.approvals]));
  const changed: Formula = { ...formula, panelPercent, publicPercent, minimumSupportPercent, awardsPlanned };
  const contenders = ranked.map(({ applicationId, reference, askedMinor, meanMilli }) => ({
    applicationId,
    reference,
    askedMinor,
    meanMilli,
  }));
  const published = standings(ranked, pot);
  const other = standings(rankContenders(changed, contenders, approvals), { ...pot, awardsPlanned });
  const rows = ranked.flatMap(({ applicationId }) => {
    const [before, after] = [published.get(applicationId), other.get(applicationId)];
    return before && after ? [{ applicationId, published: before, other: after }] : [];
  });
  return { rows, changed: rows.filter((row) => row.published.outcome !== row.other.outcome).length };
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
