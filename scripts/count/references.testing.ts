import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CountingRuleName, type CountOptions, countBy } from '#app/grant/pitch-day/rules/counting/count-by.ts';
import { inJson } from './count-in-json.ts';
import { readBallots } from './read-ballots.ts';

/** Real ballots with the results of independent programs: on the project's own machines, and demanded in CI. */
export const REAL = '../shared/data/votes';
/** Ballots whose licence lets us keep them. */
export const OURS = 'test/data/votes';

export const BUDGETS = [
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
export const ELECTIONS = [
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
export const FRENCH = 'french_2002_gy_les_nonains_approval';

export const hasReal = existsSync(join(REAL, 'pb', 'lodz_2025.pb'));

/** The names of all references that lie in a folder of the real ballots. */
export function referencesIn(folder: 'pb' | 'ranked' | 'approval'): string[] {
  const names = readdirSync(join(REAL, folder)).filter((name) => name.endsWith(REFERENCE));
  return names.map((name) => name.slice(0, -REFERENCE.length)).sort();
}

const REFERENCE = '.reference.json';

/** What the command prints for a machine. */
export function countFile(path: string, rule: CountingRuleName, options: Partial<CountOptions> = {}) {
  const { profile, tieBreak } = readBallots(path);
  const given: CountOptions = { seats: null, increment: null, start: 'share', isUtilitarian: null, tieBreak };
  const counted = countBy(rule, profile, { ...given, ...options });
  if (!counted.ok) throw new Error(counted.reason);
  // Through text and back, as a reader of the command gets it.
  return JSON.parse(JSON.stringify(inJson(rule, profile, counted.value, 0)));
}

/** The reference beside a file of ballots. */
export function loadReference(path: string) {
  return JSON.parse(readFileSync(path.replace(/\.[a-z]+$/, REFERENCE), 'utf8'));
}
