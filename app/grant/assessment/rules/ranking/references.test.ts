import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { additiveModel } from './additive-model.ts';
import { priorsFor } from './bayesian-model.ts';
import { bayesianRanking } from './bayesian-ranking.ts';
import { meanOf, medianOf, ranksOf } from './figures.ts';
import { fundingLine } from './funding-line.ts';
import { mixedModel } from './mixed-model.ts';
import { type RatingTable, tableOf, valuesBy } from './ratings.ts';
import { meanCentred, standardised } from './standardised.ts';

const OURS = 'test/data/panel';
/** Real votes, whose licence could not be read: on the project's own machines, and demanded in CI. */
const REAL = '../shared/data/panel';
const REAL_NAMES = ['snsf_mint2020_section1', 'snsf_mint2020_section2'];
const hasReal = existsSync(join(REAL, `${REAL_NAMES[0]}.csv`));

type Named<Values> = { readonly proposal: string } & Values;
type Reference = {
  readonly file: string;
  readonly panel?: string;
  readonly normalisation: {
    readonly reviewers: readonly { readonly reviewer: string; readonly least_squares_offset: number }[];
    readonly mixed_model: Record<'intercept' | 'var_proposal' | 'var_reviewer' | 'var_residual', number>;
    readonly proposals: readonly Named<Record<string, number>>[];
  };
  readonly bayesian_ranking: {
    readonly overall_mean: number;
    readonly hyper: {
      readonly residual_sd: { readonly mean: number };
      readonly tau_proposal: { readonly mean: number };
    };
    readonly reviewer_offset_nu_posterior_mean: Readonly<Record<string, number>>;
    readonly funding: {
      readonly number_fundable: number;
      readonly funding_line_er: number;
      readonly accepted: readonly string[];
      readonly random_selection: readonly string[];
      readonly to_draw: number;
      readonly proposals_whose_group_is_within_monte_carlo_error: readonly string[];
    };
    readonly proposals: readonly Named<
      Record<'er' | 'rank_q05' | 'rank_q25' | 'rank_q75' | 'rank_q95' | 'prob_rank_at_most_fundable', number>
    >[];
  };
};

function load(name: string): { table: RatingTable; reference: Reference } {
  const folder = REAL_NAMES.includes(name) ? REAL : OURS;
  const reference: Reference = JSON.parse(readFileSync(join(folder, `${name}.reference.json`), 'utf8'));
  const records: Record<string, string>[] = parse(readFileSync(join(folder, reference.file), 'utf8'), {
    columns: true,
  });
  const isMerged = name.endsWith('_all');
  const ratings = records
    .filter(({ panel }) => isMerged || panel === undefined || panel === reference.panel)
    .map(({ proposal = '', assessor = '', num_grade, panel = '' }) => ({
      application: proposal,
      reviewer: assessor,
      value: Number(num_grade),
      panel,
    }));
  return { table: tableOf(ratings), reference };
}

it('has the real votes where they must be', ({ skip }) => {
  if (!hasReal && !process.env.CI) skip(`no real votes in ${REAL}: nothing to compare with`);
  expect(hasReal).toBe(true);
});

const real = hasReal ? REAL_NAMES : [];

describe.each(['snsf_mock_p1', 'snsf_mock_p2', 'snsf_mock_p3', ...real])('what R makes of %s', (name) => {
  const { table, reference } = load(name);
  const known = new Map(reference.normalisation.proposals.map((row) => [row.proposal, row]));
  const expectEach = (values: readonly (number | null)[], figure: string, digits: number) => {
    for (const [at, application] of table.applications.entries()) {
      expect(values[at], `${figure} of ${application}`).toBeCloseTo(known.get(application)?.[figure] ?? NaN, digits);
    }
  };

  it('has the same means and medians', () => {
    const values = valuesBy(table.applicationOf, table.applications.length, table.value);
    expectEach(values.map(meanOf), 'raw_mean', 6);
    expectEach(values.map(medianOf), 'median', 6);
    expectEach(ranksOf(values.map(meanOf)), 'rank_raw', 6);
  });

  it('has the same scores by reviewer', () => {
    expectEach(meanCentred(table), 'mean_centred', 6);
    expectEach(standardised(table), 'z_mean', 6);
    expectEach(ranksOf(standardised(table)), 'rank_z', 6);
  });

  it('has the same least squares', () => {
    const fitted = additiveModel(table);
    expectEach(fitted?.applications ?? [], 'least_squares', 6);
    for (const { reviewer, least_squares_offset } of reference.normalisation.reviewers) {
      expect(fitted?.reviewers[table.reviewers.indexOf(reviewer)]).toBeCloseTo(least_squares_offset, 6);
    }
  });

  it('has the same mixed model', () => {
    const fitted = mixedModel(table);
    expectEach(fitted.applications, 'blup', 4);
    const { intercept, var_proposal, var_reviewer, var_residual } = reference.normalisation.mixed_model;
    expect(fitted.intercept).toBeCloseTo(intercept, 5);
    expect(fitted.variance.application).toBeCloseTo(var_proposal, 3);
    expect(fitted.variance.reviewer).toBeCloseTo(var_reviewer, 3);
    expect(fitted.variance.residual).toBeCloseTo(var_residual, 4);
  });
});

/** Of simulations: the tolerances that come with the references. */
const tolerance = (applications: number) => (applications <= 15 ? 0.1 : applications <= 45 ? 0.3 : 0.6);

describe.each(['snsf_mock_p1', 'snsf_mock_p2', 'snsf_mock_p3', 'snsf_mock_all', ...real])(
  'the published Bayesian ranking of %s',
  (name) => {
    const { table, reference } = load(name);
    const { bayesian_ranking: published } = reference;
    const { funding } = published;
    const known = new Map(published.proposals.map((row) => [row.proposal, row]));
    const drawn = bayesianRanking(table, priorsFor({ min: 1, max: 6 }), 'reference');
    if (!drawn.ok) throw new Error(drawn.reason);
    const ranking = drawn.value;

    it('has the same expected ranks and intervals', () => {
      expect(ranking.overall).toBeCloseTo(published.overall_mean, 6);
      for (const { application, expectedRank, rank50, rank90, probabilityAtMost } of ranking.applications) {
        const row = known.get(application);
        expect(Math.abs(expectedRank - (row?.er ?? NaN)), `rank of ${application}`).toBeLessThan(
          tolerance(table.applications.length),
        );
        expect(Math.abs(rank50.from - (row?.rank_q25 ?? NaN))).toBeLessThanOrEqual(1);
        expect(Math.abs(rank50.to - (row?.rank_q75 ?? NaN))).toBeLessThanOrEqual(1);
        expect(Math.abs(rank90.from - (row?.rank_q05 ?? NaN))).toBeLessThanOrEqual(1);
        expect(Math.abs(rank90.to - (row?.rank_q95 ?? NaN))).toBeLessThanOrEqual(1);
        const above = probabilityAtMost[funding.number_fundable - 1] ?? NaN;
        expect(Math.abs(above - (row?.prob_rank_at_most_fundable ?? NaN))).toBeLessThan(0.04);
      }
    });

    it('knows the same of reviewers and of what cannot be known', () => {
      expect(ranking.residualSd).toBeCloseTo(published.hyper.residual_sd.mean, 1);
      expect(ranking.applicationSd).toBeCloseTo(published.hyper.tau_proposal.mean, 1);
      for (const { reviewer, offset, offset90 } of ranking.reviewers) {
        const theirs = published.reviewer_offset_nu_posterior_mean[reviewer] ?? NaN;
        expect(Math.abs(offset - theirs), reviewer).toBeLessThan(0.05);
        expect(offset90.from).toBeLessThan(theirs);
        expect(offset90.to).toBeGreaterThan(theirs);
      }
      expect(ranking.convergence.rHat).toBeLessThanOrEqual(1.01);
      expect(ranking.convergence.effectiveSize).toBeGreaterThanOrEqual(400);
    });

    it('parts them alike at the funding line', () => {
      const { line, groups } = fundingLine(ranking.applications, funding.number_fundable);
      expect(Math.abs(line - funding.funding_line_er)).toBeLessThan(tolerance(table.applications.length));
      const isNear = (name: string) => funding.proposals_whose_group_is_within_monte_carlo_error.includes(name);
      for (const [at, application] of table.applications.entries()) {
        if (isNear(application)) continue;
        const theirs = funding.accepted.includes(application)
          ? 'above'
          : funding.random_selection.includes(application)
            ? 'reaches'
            : 'below';
        expect(groups[at], application).toBe(theirs);
      }
    });
  },
);
