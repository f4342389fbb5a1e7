import { expect, it } from 'vitest';
import { RUNS_MAX } from '#app/grant/pitch-day/rules/manifest.ts';
import { seeded } from '../seeded.ts';
import { madeUpBoard } from './made-up-poll.ts';

it('makes up only polls that a recount ends with, equal shares and ranked ballots among them', () => {
  const chance = seeded(1);
  const manifests = Array.from({ length: 40 }, () => madeUpBoard(chance, 12).manifest);
  const shared = manifests
    .filter(({ rule }) => rule === 'mes_cost_add1')
    .map(({ options, budgetMinor, incrementMinor }) => {
      const dearest = Math.max(...options.map(({ costMinor }) => costMinor));
      return ((budgetMinor ?? 0) + dearest) / (incrementMinor ?? 0);
    });
  expect(shared.length).toBeGreaterThan(2);
  expect(manifests.filter(({ rule }) => rule === 'scottish_stv').length).toBeGreaterThan(2);
  for (const runs of shared) expect(runs).toBeLessThanOrEqual(RUNS_MAX);
});
