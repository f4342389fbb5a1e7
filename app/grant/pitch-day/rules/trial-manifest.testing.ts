import { toHex } from '#app/kernel/hex.ts';
import { isRankedRule, type Manifest, manifestHash } from './manifest.ts';

/** A pitch evening with four groups, as most tests of the vote need it. */
export function trialManifest(changes: Partial<Manifest> = {}): Manifest {
  return {
    version: 1,
    pollId: 'p1tchday000000000000',
    title: 'Pitch evening',
    options: [
      { id: 'amina', title: 'Sewing circle', costMinor: 300_000 },
      { id: 'bilal', title: 'Bike kitchen', costMinor: 200_000 },
      { id: 'chidi', title: 'Radio hour', costMinor: 100_000 },
      { id: 'dara', title: 'Swimming lessons', costMinor: 250_000 },
    ],
    rule: 'approval',
    seats: 2,
    budgetMinor: null,
    currency: 'GBP',
    maxChoices: 3,
    blankAllowed: false,
    opensAt: 1_000_000,
    closesAt: 9_000_000,
    levels: ['A'],
    countedLevels: ['A'],
    tie: { rule: 'smaller-id' },
    assets: [],
    signingKey: 'ab'.repeat(32),
    ...changes,
  };
}

export function trialBallotRules(manifest = trialManifest()) {
  const { pollId, levels, options, maxChoices, blankAllowed, rule } = manifest;
  const hash = toHex(manifestHash(manifest));
  const isRanked = isRankedRule(rule);
  return { pollId, manifestHash: hash, levels, optionCount: options.length, maxChoices, blankAllowed, isRanked };
}
