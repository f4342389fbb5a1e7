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
/** Whatever else the machine does only ever makes a try slower, and the first ones warm the engine up. */
const TRIED_MICROSECONDS = 1_000_000;
const TRIES = 3;

/** Ranking and assigning: against the reference's own time, against what was promised, and as panels grow. */
export function benchPanel(): Figure[] {
  return [
    ...REFERENCES.flatMap(againstReference),
    figure(
      'panel: ranking 1,000 applications with 5 reviews each, against its budget',
      quickest(rankingOf(madeUpScores(LARGE))),
      'µs',
      RANKING_MICROSECONDS,
      { atMost: 1 },
    ),
    figure(
      'panel: assigning 1,000 applications with 5 reviews each to 60, against its budget',
      quickest(assigningOf(LARGE)),
      'µs',
      ASSIGNING_MICROSECONDS,
      { atMost: 1 },
    ),
    evenness(),
    ...growth('ranking', (reviews) => rankingOf(madeUpScores(panelFor(reviews)))),
    ...growth('assigning to 60,', (reviews) => assigningOf({ ...panelFor(reviews), members: LARGE.members })),
    ...growth('assigning to a panel that grows too,', (reviews) => assigningOf(panelFor(reviews))),
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
  const ours = quickest(rankingOf(ratingsOf(scores.scores, new Map())));
  return [figure(`panel: ranking ${name}, against JAGS`, ours, 'µs', jags, { atMost: AGAINST_JAGS_MAX })];
}

function rankingOf(ratings: readonly Rating[]): () => void {
  return () => {
    const ranked = bayesianRanking(tableOf(ratings), priorsFor({ min: 1, max: 6 }), 'bench');
    invariant(ranked.ok, 'the model settles');
  };
}

function assigningOf(size: Parameters<typeof madeUpPanel>[0]): () => void {
  const facts = madeUpPanel(size);
  return () => {
    planAssignment(facts);
  };
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

function growth(name: string, workOf: (reviews: number) => () => void): Figure[] {
  const works = [100, 1_000, 10_000].map((reviews) => workOf(reviews));
  // By turns: a minute in which the machine is slow is one for all of them.
  const rounds = Array.from({ length: TRIES }, () => works.map(quickest));
  const [small, middle, large] = works.map((_, at) => Math.min(...rounds.map((round) => round[at] as number)));
  invariant(small !== undefined && middle !== undefined && large !== undefined, 'three sizes are taken');
  return [
    figure(`panel: ${name} 1,000 reviews, against 100`, middle, 'µs', small),
    figure(`panel: ${name} 10,000 reviews, against n log n from 1,000`, large, 'µs', middle * TENFOLD, { atMost: 1 }),
  ];
}

/** @returns microseconds of processor time of the quickest of as many tries as fit into a second, and of one at least */
function quickest(work: () => void): number {
  let [least, all] = [Infinity, 0];
  while (all < TRIED_MICROSECONDS) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
    all += user + system;
  }
  return least;
}
