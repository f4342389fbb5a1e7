import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replay } from './replay.ts';

const quietly = () => undefined;

describe('replaying an election over HTTP', () => {
  it('counts like the reference, awkward ballots included', async () => {
    const replayed = await replay('test/data/votes/three-streets.pb', quietly);
    expect(replayed).toMatchObject({
      ballots: 16,
      winners: ['10', '9', '31'],
      matchesReference: true,
      recounted: true,
    });
  }, 60_000);

  it('counts a real city vote like the reference', async ({ skip }) => {
    // Not ours to ship: beside the repository on the project's own machines, required in CI.
    const file = '../shared/data/votes/pb/assen_2024.pb';
    if (!existsSync(file) && !process.env.CI) skip(`no real ballots at ${file}`);
    expect(await replay(file, quietly)).toMatchObject({ ballots: 84, matchesReference: true, recounted: true });
  }, 60_000);
});
