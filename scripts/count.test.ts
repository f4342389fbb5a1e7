import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  COUNTING_RULES,
  type CountingRuleName,
  type CountOptions,
  countBy,
} from '#app/grant/pitch-day/rules/counting/count-by.ts';
import { inJson } from './count/count-in-json.ts';
import { readBallots } from './count/read-ballots.ts';

/** Real ballots with the results of independent programs: on the project's own machines, and demanded in CI. */
const REAL = '../shared/data/votes';
/** Ballots whose licence lets us keep them. */
const OURS = 'test/data/votes';

const BUDGETS = [
  'assen_2024',
  'zurich_s5_approval',
  'seattle_2018_district_2',
  'warszawa_2026_sady_zoliborskie',
  'warszawa_2018_ursus_polnocny',
  'toulouse_2022',
  'warszawa_2020_rembertow',
  'wieliczka_2023_green_budget',
  'lodz_2025',
  'czestochowa_2024_tysiaclecie_points',
  'krakow_2019_nowa_huta_ranking',
  'wroclaw_2016_rejon_13_choose1',
  'zurich_d10_points',
  'zurich_s5r_ranking',
];
const ELECTIONS = [
  'burlington_2009_mayor.toi',
  'dublin_west_2002.soi',
  'edinburgh_2017_ward12.blt',
  'edinburgh_2019_by_election_leith_walk.blt',
  'glasgow_2007_hillhead.blt',
  'glasgow_2017_ward1.blt',
  'glasgow_2021_by_election_ward_23_partick_east-kelvindale.blt',
  'minneapolis_2013_mayor.blt',
  'moray_2022_ward4.blt',
  'renfrewshire_2017_ward3.blt',
];
const hasReal = existsSync(join(REAL, 'pb', 'lodz_2025.pb'));
const folder = mkdtempSync(join(tmpdir(), 'common-pot-count-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function countFile(path: string, rule: CountingRuleName, options: Partial<CountOptions> = {}) {
  const { profile, tieBreak } = readBallots(path);
  const given: CountOptions = { seats: null, increment: null, start: 'share', isUtilitarian: null, tieBreak };
  const counted = countBy(rule, profile, { ...given, ...options });
  if (!counted.ok) throw new Error(counted.reason);
  // Through text and back, as a reader of the command gets it.
  return JSON.parse(JSON.stringify(inJson(rule, profile, counted.value, 0)));
}

const loadReference = (path: string) => JSON.parse(readFileSync(path.replace(/\.[a-z]+$/, '.reference.json'), 'utf8'));

/** Candidates are numbers in the references and ids here; everything else is the same to the letter. */
const withIds = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) return value.map((each) => withIds(each, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withIds(each, name)]));
  return ['candidate', 'excluded', 'tied', 'chosen', 'reached_quota'].includes(key) ? String(value) : value;
};

it('has the real ballots where they must be', ({ skip }) => {
  if (!hasReal && !process.env.CI) skip(`no real ballots in ${REAL}: nothing to compare with`);
  expect(hasReal).toBe(true);
});

describe.each(hasReal ? BUDGETS : [])('sharing out the money of %s', (name) => {
  const path = join(REAL, 'pb', `${name}.pb`);
  const reference = loadReference(path);

  it.each(Object.keys(reference.rules) as CountingRuleName[])('comes to the reference: %s', (rule) => {
    const counted = countFile(path, rule);
    const expected = reference.rules[rule];
    expect(counted.winners).toEqual(expected.selected_in_order);
    expect(counted.cost).toBe(expected.cost);
    const known = ['mes_runs', 'adopted_increments', 'endowment_per_voter', 'stopped_because', 'added_by_completion'];
    const isExhaustive = (reference.rules[`${rule}_utilitarian`]?.added_by_completion ?? []).length === 0;
    for (const key of known.filter((one) => expected[one] != null)) {
      // Two references call an outcome exhaustive to which their own completion then adds: no increment fitted, as here.
      if (key === 'stopped_because' && !isExhaustive) expect(counted[key]).toBe('next increment exceeds the budget');
      else expect(counted[key], key).toEqual(expected[key]);
    }
    const ties = reference.ties?.[rule === 'mes_cost' ? rule : `${rule}_adopted_run`];
    if (ties !== undefined) expect(counted.ties).toEqual(ties);
  });

  it('finds the same support', () => {
    const { total_points, ballots_naming_project } = reference;
    const counted = countFile(path, total_points === undefined ? 'approval' : 'points');
    expect(counted.rounds[0].votes).toEqual(
      total_points ??
        Object.fromEntries(Object.entries(reference.approval_count).map(([id, count]) => [id, String(count)])),
    );
    if (name.includes('choose1')) {
      const votes = countFile(path, 'plurality').rounds[0].votes;
      for (const [id, count] of Object.entries(ballots_naming_project)) expect(votes[id]).toBe(String(count));
    }
  });
});

const isHere = (file: string) => existsSync(join(OURS, file));

describe.each(ELECTIONS.filter((file) => hasReal || isHere(file)))('counting the rankings of %s', (file) => {
  const path = join(isHere(file) ? OURS : join(REAL, 'ranked'), file);
  const reference = loadReference(path);

  it('elects the same, with the same tallies at every stage', () => {
    const counted = countFile(path, reference.rule, { seats: reference.seats });
    expect(counted.valid_ballots).toBe(reference.valid_ballots);
    expect(counted.rounds).toEqual(withIds(reference.stages ?? reference.rounds));
    expect(counted.ties).toEqual(withIds(reference.ties));
    if (reference.rule === 'irv') {
      expect(counted.winners).toEqual([String(reference.winner)]);
      expect(counted.majority_round).toBe(reference.majority_round);
      expect(countFile(path, 'plurality').winners).toEqual([String(reference.plurality_winner)]);
      return;
    }
    expect(counted.quota).toBe(reference.quota);
    const elected: { candidate: number; how: string }[] = reference.elected_in_order;
    expect(counted.winners).toEqual(elected.map(({ candidate }) => String(candidate)));
    const how = counted.elected_in_order.map((each: { how: string }) => each.how);
    expect(how).toEqual(elected.map((each) => each.how.replace(' (rule 52)', '')));
  });

  it('comes to the same by instant run-off for one seat', () => {
    const expected = reference.irv_same_ballots ?? reference;
    const counted = countFile(path, 'irv', { seats: 1 });
    expect(counted.winners).toEqual([String(expected.winner)]);
    expect(counted.majority_round).toBe(expected.majority_round);
    expect(counted.rounds).toEqual(withIds(expected.rounds));
    expect(counted.ties).toEqual(withIds(expected.ties));
  });
});

it.skipIf(!hasReal)('counts the approvals of a French experiment', () => {
  const path = join(REAL, 'approval', 'french_2002_gy_les_nonains_approval.cat');
  const reference = loadReference(path);
  const counted = countFile(path, 'approval');
  expect(counted.winners).toEqual([String(reference.winner)]);
  expect(counted.order).toEqual(reference.ranking.map(String));
  const votes: Record<string, string> = counted.rounds[0].votes;
  expect(Object.fromEntries(Object.entries(votes).map(([id, count]) => [id, Number(count)]))).toEqual(
    reference.approval_count,
  );
});

function run(...given: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/count.ts', ...given], { encoding: 'utf8' });
}

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const STREETS = 'test/data/votes/three-streets.pb';
const CHOIR = '3 1\n4 1 2 0\n3 2 0\n2 3 2 0\n0\n"Amina"\n"Bo"\n"Chandra"\n"Who leads the choir"\n';

describe('the command', () => {
  it('prints what a machine needs', () => {
    const { status, stdout, stderr } = run(STREETS, '--rule', 'greedy_cost', '--json');
    expect(status, stderr).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      rule: 'greedy_cost',
      winners: ['10', '9', '31'],
      cost: '2001/2',
      seconds: expect.any(Number),
    });
    expect(answer.order).toEqual(['10', '9', '2', '31', '4']);
  });

  it('says in words why each winner wins', () => {
    const { stdout } = run(fileOf('choir.blt', CHOIR), '--rule', 'irv');
    expect(stdout).toContain(
      'Bo (2) wins with 5 votes against 4 for Amina (1) in the last round, and has more than half of the ballots that count from round 2 on.',
    );
    const shares = run(STREETS, '--rule', 'mes_cost');
    expect(shares.stdout).toContain('Every voter got the same to spend: 62.53. Money that is left over is not');
    expect(shares.stdout).toMatch(/costs 300 and asked its 8 supporters for 12\.50 % each: 8 paid 37\.50 each\./);
  });

  it('leaves ballots out that choose more than one may, and says how many', () => {
    const { stdout } = run(STREETS, '--rule', 'approval', '--max-choices', '2', '--json');
    const { left_out, rounds } = JSON.parse(stdout);
    expect(left_out).toBe(1);
    expect(rounds).toEqual([{ round: 1, votes: { '9': '7', '10': '7', '2': '7', '31': '3', '4': '0' } }]);
    expect(run(STREETS, '--rule', 'approval', '--max-choices', '2').stdout).toMatch(
      /^15 ballots, 5 options\. Not counted: 1 ballot with more choices than allowed\./,
    );
    expect(JSON.parse(run(STREETS, '--rule', 'approval', '--max-choices', '3', '--json').stdout)).not.toHaveProperty(
      'left_out',
    );
  });

  it('says in words what it cannot do', () => {
    const said = (...given: string[]) => {
      const { status, stderr } = run(...given);
      expect(status).toBe(1);
      return stderr.trim();
    };
    expect(said('nowhere.pb', '--rule', 'irv')).toMatch(/^There is no file "nowhere\.pb"/);
    expect(said(STREETS)).toMatch(/^There is no rule ""\. There are: plurality, approval/);
    expect(said(STREETS, '--rule', 'irv')).toBe('irv is for ballots that rank. These choose several.');
    expect(said(STREETS, '--rule', 'mes_cost', '--colour')).toMatch(/--colour/);
    expect(said(STREETS, '--rule', 'greedy_cost', '--increment', '2')).toMatch(/is for equal shares/);
    expect(said(STREETS, '--rule', 'mes_cost_add1', '--increment', '0')).toMatch(/above zero/);
    expect(said(STREETS, '--rule', 'mes_cost', '--start', 'early')).toMatch(/share or whole/);
    expect(said(STREETS, '--rule', 'approval', '--max-choices', '0')).toMatch(
      /^--max-choices is a number of one or more/,
    );
    expect(said(fileOf('choir.blt', CHOIR), '--rule', 'irv', '--max-choices', '2')).toBe(
      '--max-choices is for ballots that choose several, and these rank.',
    );
    expect(said(STREETS, STREETS, '--rule', 'mes_cost')).toMatch(/One file at a time/);
    expect(said(fileOf('choir.blt', CHOIR), '--rule', 'scottish_stv', '--seats', '4')).toMatch(
      /more seats than options/,
    );
    expect(said(fileOf('choir.blt', CHOIR.replace('3 2 0', '3 4 0')), '--rule', 'irv')).toBe(
      'Line 3: There is no candidate 4.',
    );
  });

  it('names every rule only once', () => {
    expect(new Set(COUNTING_RULES).size).toBe(17);
  });
});
