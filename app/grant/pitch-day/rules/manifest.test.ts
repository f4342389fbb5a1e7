import { describe, expect, it } from 'vitest';
import { toHex } from '#app/kernel/hex.ts';
import { checkManifest, type Manifest, type ManifestRefusal, manifestHash } from './manifest.ts';
import { trialManifest } from './trial-manifest.testing.ts';

const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `o${index}`, title: 'A project', costMinor: 0 }));

/** The dearest of the four costs £3,000: with a pot of £97,000 and steps of a pound there are just 100,000. */
const shared = { rule: 'mes_cost_add1', seats: null, budgetMinor: 9_700_000, incrementMinor: 100 } as const;

describe('promising a poll', () => {
  it('accepts a complete manifest', () => {
    expect(checkManifest(trialManifest()).ok).toBe(true);
    expect(checkManifest(trialManifest({ rule: 'greedy_cost', seats: null, budgetMinor: 500_000 })).ok).toBe(true);
    expect(checkManifest(trialManifest(shared)).ok).toBe(true);
    expect(checkManifest(trialManifest({ tie: { rule: 'public-randomness', source: 'drand round 5' } })).ok).toBe(true);
  });

  it.each<[ManifestRefusal, Partial<Manifest>]>([
    ['poll-id', { pollId: 'short' }],
    ['title-missing', { title: '  ' }],
    ['options-too-few', { options: options(1), seats: 1, maxChoices: 1 }],
    ['option-repeated', { options: [...options(2), ...options(1)] }],
    ['option-invalid', { options: [...options(3), { id: 'x', title: 'Refund', costMinor: -1 }] }],
    ['rule-incomplete', { seats: 0 }],
    ['rule-incomplete', { seats: 5 }],
    ['rule-incomplete', { budgetMinor: 1 }],
    ['rule-incomplete', { rule: 'greedy_cost', seats: null, budgetMinor: 0 }],
    ['runs-too-many', { ...shared, budgetMinor: 9_700_001 }],
    ['runs-too-many', { ...shared, incrementMinor: 1 }],
    ['choices-out-of-range', { blankAllowed: 'yes' as unknown as boolean }],
    ['choices-out-of-range', { maxChoices: 0 }],
    ['choices-out-of-range', { maxChoices: 5 }],
    ['window-empty', { opensAt: 5, closesAt: 5 }],
    ['levels-invalid', { levels: [] }],
    ['levels-invalid', { levels: ['A', 'A'] }],
    ['levels-invalid', { countedLevels: ['B'] }],
    ['levels-invalid', { countedLevels: [] }],
    ['levels-invalid', { levels: ['A', 'C'], countedLevels: ['A', 'C'] }],
    ['levels-invalid', { levels: ['A', 'D'], countedLevels: ['D'] }],
    ['issuing-key-invalid', { issuingKey: `${'f'.repeat(511)}f` }],
    ['issuing-key-invalid', { levels: ['A', 'B'] }],
    ['issuing-key-invalid', { levels: ['A', 'B'], issuingKey: `${'f'.repeat(511)}e` }],
    ['issuing-key-invalid', { levels: ['A', 'B'], issuingKey: `7${'f'.repeat(511)}` }],
    ['issuing-key-invalid', { levels: ['A', 'B'], issuingKey: 'f'.repeat(510) }],
    ['tie-source-missing', { tie: { rule: 'public-randomness', source: ' ' } }],
    ['asset-invalid', { assets: [{ name: 'booth.js', sha256: 'AB' }] }],
    ['signing-key-invalid', { signingKey: '' }],
  ])('refuses %s (%j)', (reason, changes) => {
    expect(checkManifest(trialManifest(changes))).toEqual({ ok: false, reason });
  });

  it('refuses a poll whose fullest ballot would not fit', () => {
    const many = { options: options(999), seats: 1 };
    expect(checkManifest(trialManifest({ ...many, maxChoices: 85 })).ok).toBe(true);
    expect(checkManifest(trialManifest({ ...many, maxChoices: 95 }))).toEqual({ ok: false, reason: 'ballot-too-long' });
  });

  it('hashes every promise, whatever the order of the fields', () => {
    const manifest = trialManifest();
    const shuffled = Object.fromEntries(Object.entries(manifest).reverse()) as Manifest;
    expect(toHex(manifestHash(shuffled))).toBe(toHex(manifestHash(manifest)));
    expect(toHex(manifestHash({ ...manifest, seats: 3 }))).not.toBe(toHex(manifestHash(manifest)));
  });
});
