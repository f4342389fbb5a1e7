import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from '#app/grant/assessment/rules/assigning/desk.ts';
import { planAssignment } from '#app/grant/assessment/rules/assigning/plan-assignment.ts';
import { loadCost, relaxedCost } from '#app/grant/assessment/rules/assigning/spread.ts';
import { priorsFor } from '#app/grant/assessment/rules/ranking/bayesian-model.ts';
import { bayesianRanking } from '#app/grant/assessment/rules/ranking/bayesian-ranking.ts';
import { type Rating, tableOf } from '#app/grant/assessment/rules/ranking/ratings.ts';
import { ratingsOf } from '#app/grant/assessment/rules/ranking/scores.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { readScores } from '../rank-file.ts';
import { type Figure, figure } from './figure.ts';
import { madeUpPanel, madeUpScores, panelFor } from './made-up-panel.ts';

const FOLDERS = ['test/data/panel', '../shared/data/panel'];
const REFERENCES = ['snsf_mock_p1', 'snsf_mock_p2', 'snsf_mock_p3', 'snsf_mint2020_section1', 'snsf_mint2020_section2'];
/** Of what the reference implementation takes on the same scores. */
const AGAINST_JAGS_MAX = 1 / 20;
const LARGE = { applications: 1_000, members: 60 };
const RANKING_MICROSECONDS = 10_000_000;
const ASSIGNING_MICROSECONDS = 5_000_000;
const COST_MAX = 1.02;
/** What ten times the reviews may take: n log n. */
const TENFOLD = (10 * Math.log(10_000)) / Math.log(1_000);
/** The quickest of so many tries: whatever else the machine does only ever makes one slower. */
const TRIES = 3;

/** Ranking and assigning: against the reference's own time, against what was promised, and as panels grow. */
export function benchPanel(): Figure[] {
  return [
    ...REFERENCES.flatMap(againstReference),
    figure(
      'panel: ranking 1,000 applications with 5 reviews each, against its budget',
      ranking(madeUpScores(LARGE)),
      'µs',
      RANKING_MICROSECONDS,
      { atMost: 1 },
    ),
    figure(
      'panel: assigning 1,000 applications with 5 reviews each to 60, against its budget',
      assigning(LARGE),
      'µs',
      ASSIGNING_MICROSECONDS,
      { atMost: 1 },
    ),
    evenness(),
    ...growth('ranking', (reviews) => ranking(madeUpScores(panelFor(reviews)))),
    ...growth('assigning', (reviews) => assigning(panelFor(reviews))),
  ];
}

type Reference = {
  readonly file: string;
  readonly panel?: string;
  readonly bayesian_ranking: {
    readonly checks: { readonly jags_package_default_length: { readonly cpu_s_median: number } };
  };
};

/** Nothing where the real votes are not beside the project. */
function againstReference(name: string): Figure[] {
  const folder = FOLDERS.find((one) => existsSync(join(one, `${name}.reference.json`)));
  if (folder === undefined) return [];
  const reference: Reference = JSON.parse(readFileSync(join(folder, `${name}.reference.json`), 'utf8'));
  const scores = readScores(join(folder, reference.file), reference.panel ?? null);
  invariant(scores.ok, 'the scores of a reference can be read');
  const jags = reference.bayesian_ranking.checks.jags_package_default_length.cpu_s_median * 1_000_000;
  const ours = ranking(ratingsOf(scores.scores, new Map()));
  return [figure(`panel: ranking ${name}, against JAGS`, ours, 'µs', jags, { atMost: AGAINST_JAGS_MAX })];
}

function ranking(ratings: readonly Rating[]): number {
  return quickest(() => {
    const ranked = bayesianRanking(tableOf(ratings), priorsFor({ min: 1, max: 6 }), 'bench');
    invariant(ranked.ok, 'the model settles');
  });
}

function assigning(size: Parameters<typeof madeUpPanel>[0]): number {
  const facts = madeUpPanel(size);
  return quickest(() => planAssignment(facts));
}

function evenness(): Figure {
  const facts = madeUpPanel(LARGE);
  const plan = planAssignment(facts);
  invariant(plan.unplaced.length === 0, 'the panel has time for all of it');
  const desk = new Desk({ ...facts, kept: plan.assigned });
  // In millionths, as figures are whole.
  return figure(
    'panel: cost of the loads, against the best if reviews could be cut',
    loadCost(desk) * 1e6,
    'µ',
    relaxedCost(desk) * 1e6,
    { atMost: COST_MAX },
  );
}

function growth(name: string, take: (reviews: number) => number): Figure[] {
  const [small, middle, large] = [take(100), take(1_000), take(10_000)];
  return [
    figure(`panel: ${name} 1,000 reviews, against 100`, middle, 'µs', small),
    figure(`panel: ${name} 10,000 reviews, against n log n from 1,000`, large, 'µs', middle * TENFOLD, { atMost: 1 }),
  ];
}

/** @returns microseconds of processor time */
function quickest(work: () => void): number {
  let least = Infinity;
  for (let time = 0; time < TRIES; time += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}
