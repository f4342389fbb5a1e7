import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bySmallerId } from '#app/kernel/lots.ts';
import { readPabulib } from './pabulib.ts';
import { tally } from './tally.ts';

/**
 * Real city votes, each with the result of an independent program beside it. They have no licence that lets us
 * ship them, so they live outside the repository: present on the project's own machines, required in CI.
 */
const FOLDER = '../shared/data/votes/pb';
/** Two of them were really decided by equal shares. The others are counted in scripts/count.test.ts. */
const EQUAL_SHARES = ['assen_2024.pb', 'wieliczka_2023_green_budget.pb', 'zurich_s5_approval.pb'];
const NAMES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.pb')) : [];

type Reference = {
  readonly vote_type: string;
  readonly ballots: number;
  readonly approval_count?: Record<string, number>;
  readonly ballots_naming_project?: Record<string, number>;
  readonly rules: Record<string, { readonly selected_in_order: readonly string[]; readonly cost: string }>;
};

function load(name: string): { text: string; reference: Reference } {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  return { text, reference: JSON.parse(readFileSync(join(FOLDER, name.replace('.pb', '.reference.json')), 'utf8')) };
}

const chooseMany = NAMES.filter((name) => ['approval', 'choose-1'].includes(load(name).reference.vote_type));

describe('counting real elections', () => {
  it('has the real ballots where they must be', ({ skip }) => {
    if (NAMES.length === 0 && !process.env.CI) skip(`no real ballots in ${FOLDER}: nothing to compare with`);
    expect(chooseMany.length).toBeGreaterThanOrEqual(10);
  });

  it.each(chooseMany)('agrees with the reference: %s', (name) => {
    const { text, reference } = load(name);
    const read = readPabulib(text);
    if (!read.ok) throw new Error(read.reason);
    const { options, budgetMinor, ballots } = read.value;
    const count = tally({ options, rule: 'greedy_cost', seats: null, budgetMinor }, ballots, bySmallerId);
    const expected = reference.rules.greedy_cost ?? reference.rules.greedy_points;
    expect(count.ballots).toBe(reference.ballots);
    expect(Object.fromEntries(count.approvals.map((option) => [option.id, option.approvals]))).toEqual(
      reference.approval_count ?? reference.ballots_naming_project,
    );
    expect(count.winners).toEqual(expected?.selected_in_order);
    expect(count.cost).toBe(Math.round(Number(expected?.cost) * 100));
  });

  it.each(EQUAL_SHARES.filter((name) => NAMES.includes(name)))('shares the budget as the reference: %s', (name) => {
    const { text, reference } = load(name);
    const read = readPabulib(text);
    if (!read.ok) throw new Error(read.reason);
    const { options, budgetMinor, ballots } = read.value;
    const rules = { options, rule: 'mes_cost_add1', seats: null, budgetMinor, incrementMinor: 100 } as const;
    const expected = reference.rules.mes_cost_add1;
    expect(expected).toBeDefined();
    expect(tally(rules, ballots, bySmallerId)).toMatchObject({
      winners: expected?.selected_in_order,
      cost: Math.round(Number(expected?.cost) * 100),
    });
  });

  it.each(NAMES.filter((name) => !chooseMany.includes(name)))('refuses what is not choose-many: %s', (name) => {
    expect(readPabulib(load(name).text)).toEqual({ ok: false, reason: 'not-choose-many' });
  });
});
