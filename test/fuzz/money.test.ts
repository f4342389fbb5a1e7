import { describe, expect, it } from 'vitest';
import { proveMoney } from '../../scripts/proof/money.ts';

/** The same stories in each run, so that a red one was made red by a change; the long form draws others each time. */
const SEED = 20;

describe('grant money', () => {
  let told: string[] = [];
  // The long form: npm run proof -- money.
  const proofs = proveMoney(true, SEED, (line) => told.push(line));

  it.each(proofs.map((prove, place) => [place + 1, prove] as const))(
    'keeps promise %i',
    async (_, prove) => {
      told = [];
      const { promise, failed } = await prove();
      expect(failed, [promise, ...told].join('\n')).toBe(0);
    },
    240_000,
  );
});
