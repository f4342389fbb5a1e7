import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { inJson } from './rank-answer.ts';

const folder = mkdtempSync(join(tmpdir(), 'common-pot-rank-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SKATING = 'test/data/panel/skating_worlds2017_ladies_short';
const GRADES = 'test/data/panel/snsf_mock.csv';

function rank(...given: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/rank.ts', ...given], { encoding: 'utf8' });
}

function ranking(...given: string[]): ReturnType<typeof inJson> {
  const { status, stdout, stderr } = rank(...given, '--json');
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

function fileOf(text: string): string {
  const path = join(folder, 'scores.csv');
  writeFileSync(path, text);
  return path;
}

type Results = {
  readonly criteria: Readonly<Record<string, { readonly weight: string }>>;
  readonly results: readonly { readonly entry: string; readonly published_total_component_score: number }[];
};

describe('ranking a file', () => {
  it('comes to every total that the skating union published', () => {
    const { criteria, results }: Results = JSON.parse(readFileSync(`${SKATING}.reference.json`, 'utf8'));
    const weights = Object.entries(criteria).map(([name, { weight }]) => `${name}=${weight}`);
    const { applications } = ranking(`${SKATING}.csv`, '--method', 'trimmed', '--weights', weights.join(','));
    expect(applications).toHaveLength(37);
    for (const { entry, published_total_component_score } of results) {
      const found = applications.find(({ id }) => id === entry);
      expect(found?.adjusted, entry).toBe(Number(published_total_component_score));
    }
  });

  it('reads the grades of a panel, and says who stands above the line', () => {
    const drawn = ranking(GRADES, '--panel', 'p1', '--method', 'bayes', '--line', '5');
    expect(drawn.applications[0]).toMatchObject({ id: '#1', n: 5, mean: 5, lower: 1, aboveLine: 'accepted' });
    // It is sixth or better with a probability of 0.953 (reference): so near to 0.95 that draws may go either way.
    expect([6, 7]).toContain(drawn.applications[0]?.upper);
    expect(drawn.applications.filter(({ aboveLine }) => aboveLine === 'draw')).toHaveLength(7);
    expect(drawn.applications.filter(({ aboveLine }) => aboveLine === 'rejected')).toHaveLength(7);
    expect(drawn).toMatchObject({ method: 'bayes', toDraw: 4, scale: { min: 1, max: 6 } });
    expect(drawn.reviewers[0]).toMatchObject({ id: 'v_1', n: 15, severity: expect.closeTo(1.49, 1) });
    expect(drawn.rHat).toBeLessThan(1.01);
    expect(drawn.effectiveSize).toBeGreaterThan(400);
    expect(drawn.seconds).toBeGreaterThan(0);
    const { stdout } = rank(GRADES, '--panel', 'p1', '--method', 'bayes', '--line', '5');
    expect(stdout).toContain('4 of those that reach the line are still to be chosen.');
  });

  it('ranks several panels together, though no reviewer sits on two', () => {
    const reference = JSON.parse(readFileSync('test/data/panel/snsf_mock_all.reference.json', 'utf8')).bayesian_ranking;
    const { applications, toDraw, notComparable } = ranking(GRADES, '--method', 'bayes', '--line', '15');
    expect(notComparable).toEqual([]);
    expect(toDraw).toBe(reference.funding.to_draw);
    const accepted = applications.filter(({ aboveLine }) => aboveLine === 'accepted').map(({ id }) => id);
    expect(accepted.toSorted()).toEqual(reference.funding.accepted.toSorted());
  });

  it('says in words what it cannot read', () => {
    const said = (...given: string[]) => {
      const { status, stderr } = rank(...given);
      expect(status).toBe(1);
      return stderr.trim();
    };
    expect(said('nowhere.csv')).toMatch(/^There is no file "nowhere\.csv"/);
    expect(said(GRADES, '--method', 'magic')).toMatch(/There are: mean, trimmed, z, bayes\./);
    expect(said(fileOf(''))).toMatch(/no table/);
    expect(said(fileOf('application,judged by,score\n'))).toMatch(/no table/);
    expect(said(fileOf('application,judged by,score\nchoir,Bo,3\n'))).toMatch(
      /columns application, reviewer and score/,
    );
    expect(said(fileOf('application,reviewer,score\nchoir,Bo,three\n'))).toMatch(/^Line 2: A score is a number/);
    expect(said(fileOf('application,reviewer,score\nchoir,Bo,3\nchoir,Bo,4\n'))).toMatch(
      /^Line 3: This reviewer scored the same before/,
    );
    expect(said(fileOf('application,reviewer,score\nchoir,Bo,3\n'), '--method', 'trimmed')).toMatch(/three scores/);
    expect(said(GRADES, '--line', '99')).toMatch(/from 1 to 45/);
    expect(said(fileOf('application,reviewer,score\nchoir,Bo,3\nAverage,,3\n'))).toMatch(/^Line 3: A score has to say/);
    expect(said(GRADES, '--weights', 'Need=1')).toMatch(/Nothing was scored for "Need"/);
    expect(said(GRADES, '--method', 'bayes', '--scale', '1-5')).toMatch(/outside the scale/);
    expect(said(GRADES, '--fund', '3')).toMatch(/--fund/);
    expect(said(GRADES, '--scale', '5')).toMatch(/"1-5"/);
    expect(said(GRADES, '--weights', 'need=-1')).toMatch(/"Need=0\.8"/);
  });

  it('keeps to the plain mean where nothing better can be said', () => {
    const path = fileOf('application,reviewer,score\nchoir,Bo,3\ngarden,Bo,4\n');
    expect(ranking(path, '--method', 'bayes')).toMatchObject({ method: 'mean', notComparable: expect.any(Array) });
    expect(rank(path, '--method', 'z').stdout).toMatch(/^Plain means, because there are fewer than five applications/);
  });
});
