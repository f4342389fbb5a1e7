import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COUNTING_RULES, type CountingRuleName } from '#app/grant/pitch-day/rules/counting/count-by.ts';
import { totalsOf } from '#app/grant/pitch-day/rules/counting/totals.ts';
import { compare, ZERO } from '#app/kernel/fraction.ts';
import { bySmallerId, type TieBreak } from '#app/kernel/lots.ts';
import { readBallots } from './read-ballots.ts';
import {
  BUDGETS,
  countFile,
  ELECTIONS,
  FRENCH,
  hasReal,
  loadReference,
  OURS,
  REAL,
  referencesIn,
} from './references.testing.ts';

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
  expect(referencesIn('pb')).toEqual(BUDGETS.toSorted());
  expect(referencesIn('ranked')).toEqual(ELECTIONS.map((file) => file.replace(/\.[a-z]+$/, '')).sort());
  expect(referencesIn('approval')).toEqual([FRENCH]);
});

it('comes to the reference that was counted by hand', () => {
  const path = join(OURS, 'three-streets.pb');
  const { rules, approval_count } = loadReference(path);
  const counted = countFile(path, 'greedy_cost');
  expect(counted.winners).toEqual(rules.greedy_cost.selected_in_order);
  expect(counted.cost).toBe('2001/2');
  expect(rules.greedy_cost.cost).toBe('1000.5');
  expect(numbersIn(countFile(path, 'approval'))).toEqual(approval_count);
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
    const { ballots, options } = readBallots(path).profile;
    const weigh = (some: typeof ballots) => some.reduce((sum, { weight }) => sum + weight, 0);
    expect(weigh(ballots)).toBe(reference.ballots);
    expect(options.length).toBe(reference.projects);
    const counted = countFile(path, total_points === undefined ? 'approval' : 'points');
    expect(counted.rounds[0].votes).toEqual(
      total_points ??
        Object.fromEntries(Object.entries(reference.approval_count).map(([id, count]) => [id, String(count)])),
    );
    const naming = options.map(({ id }, at) => [id, weigh(ballots.filter(({ choices }) => choices.includes(at)))]);
    if (ballots_naming_project !== undefined) expect(Object.fromEntries(naming)).toEqual(ballots_naming_project);
    if (name.includes('choose1')) expect(numbersIn(countFile(path, 'plurality'))).toEqual(ballots_naming_project);
  });

  it('comes to what the city decided, where one of the rules did', () => {
    const { selected, reproduced_by = [] } = reference.official;
    const ours = COUNTING_RULES.filter((rule) => reproduced_by.includes(rule));
    for (const rule of ours) expect(countFile(path, rule).winners.toSorted()).toEqual(selected.toSorted());
    if (name.startsWith('assen') || name.startsWith('wieliczka')) expect(ours).toContain('mes_cost_add1');
  });

  it('funds others where ties go otherwise, as the reference says, and only there', () => {
    const changes = reference.ties?.outcome_changes_if_ties_go_to_more_votes_then_lower_cost_then_id;
    if (changes === undefined) return;
    for (const rule of Object.keys(reference.rules) as CountingRuleName[]) {
      const [ours, others] = [countFile(path, rule), countFile(path, rule, { tieBreak: byVotesAndCost(path) })];
      const [before, after]: [string[], string[]] = [ours.winners, others.winners];
      const changed = [...before, ...after].filter((id) => !before.includes(id) || !after.includes(id));
      expect(changed.sort(), rule).toEqual(changes[rule]?.toSorted() ?? []);
    }
  });

  it('funds the same from a whole share on, where the web tool with its own settings does', () => {
    const said =
      reference.cross_check[
        'web_tool_floats_default_settings (exhaustive stop, whole-unit start) vs add1e_utilitarian'
      ];
    if (said !== 'same set') return;
    const { winners } = countFile(path, 'mes_cost_add1e_utilitarian', { start: 'whole' });
    expect(winners.toSorted()).toEqual(countFile(path, 'mes_cost_add1e_utilitarian').winners.toSorted());
  });
});

/** Ties to more votes, then to the lower cost, then to the smaller id. */
function byVotesAndCost(path: string): TieBreak {
  const { profile } = readBallots(path);
  const totals = totalsOf(profile, 'approvals');
  const facts = new Map(
    profile.options.map(({ id, cost }, at) => [id, { votes: totals[at] ?? 0, cost: cost ?? ZERO }]),
  );
  const of = (id: string) => facts.get(id) ?? { votes: 0, cost: ZERO };
  return (one, other) =>
    of(other).votes - of(one).votes || compare(of(one).cost, of(other).cost) || bySmallerId(one, other);
}

/** Votes as numbers, by id. */
function numbersIn({ rounds }: { rounds: { votes: Record<string, string> }[] }) {
  return Object.fromEntries(Object.entries(rounds[0]?.votes ?? {}).map(([id, count]) => [id, Number(count)]));
}

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
  const path = join(REAL, 'approval', `${FRENCH}.cat`);
  const reference = loadReference(path);
  const counted = countFile(path, 'approval');
  expect(counted.winners).toEqual([String(reference.winner)]);
  expect(counted.order).toEqual(reference.ranking.map(String));
  expect(numbersIn(counted)).toEqual(reference.approval_count);
  const sizes: Record<string, number> = {};
  for (const { weight, choices } of readBallots(path).profile.ballots)
    sizes[choices.length] = (sizes[choices.length] ?? 0) + weight;
  expect(sizes).toEqual(reference.ballots_by_number_of_approvals);
});
