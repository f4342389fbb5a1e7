import { describe, expect, it } from 'vitest';
import { proveVote } from '../../scripts/proof/vote.ts';

/** The same polls in each run, so that a red one was made red by a change; the long form draws others each time. */
const SEED = 20;

describe('a vote', () => {
  let broken: string[] = [];
  // The long form: npm run proof -- vote.
  const proofs = proveVote(true, SEED, (line) => broken.push(line));

  it.each(proofs.map((prove, place) => [place + 1, prove] as const))(
    'keeps promise %i',
    async (_, prove) => {
      broken = [];
      const { promise, failed } = await prove();
      expect([promise, failed, broken]).toEqual([promise, 0, []]);
    },
    240_000,
  );
});
