import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Ranking } from '#app/grant/assessment/rules/ranking/rank-by.ts';

const folder = mkdtempSync(join(tmpdir(), 'common-pot-rank-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SKATING = 'test/data/panel/skating_worlds2017_ladies_short';
const GRADES = 'test/data/panel/snsf_mock.csv';

function rank(...given: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/rank.ts', ...given], { encoding: 'utf8' });
}

function ranking(...given: string[]): Ranking {
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
      const found = applications.find(({ application }) => application === entry);
      expect(found?.adjusted, entry).toBe(Number(published_total_component_score));
    }
  });

  it('reads the grades of a panel, and says who stands above the line', () => {
    const drawn = ranking(GRADES, '--panel', 'p1', '--method', 'bayes', '--fund', '5', '--scale', '1-6');
    expect(drawn.applications[0]).toMatchObject({ application: '#1', group: 'above', count: 5, mean: 5 });
    expect(drawn.applications.filter(({ group }) => group === 'reaches')).toHaveLength(7);
    expect(drawn.toChoose).toBe(4);
    const { stdout } = rank(GRADES, '--panel', 'p1', '--method', 'bayes', '--fund', '5', '--scale', '1-6');
    expect(stdout).toContain('4 of those that reach the line are still to be chosen.');
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
    expect(said(fileOf('application,reviewer,score\nchoir,Bo,three\n'))).toMatch(/no number/);
    expect(said(fileOf('application,reviewer,score\nchoir,Bo,3\nchoir,Bo,4\n'))).toMatch(/scored the same twice/);
    expect(said(fileOf('application,reviewer,score\nchoir,Bo,3\n'), '--method', 'trimmed')).toMatch(/three scores/);
    expect(said(GRADES, '--fund', '99')).toMatch(/from 1 to 45/);
    expect(said(GRADES, '--scale', '5')).toMatch(/"1-5"/);
    expect(said(GRADES, '--weights', 'need=-1')).toMatch(/"Need=0\.8"/);
  });

  it('keeps to the plain mean where nothing better can be said', () => {
    const path = fileOf('application,reviewer,score\nchoir,Bo,3\ngarden,Bo,4\n');
    expect(ranking(path, '--method', 'bayes')).toMatchObject({ method: 'mean', notComparable: expect.any(Array) });
    expect(rank(path, '--method', 'z').stdout).toMatch(/^Plain means, because there are fewer than five applications/);
  });
});
