import { describe, expect, it } from 'vitest';
import { proveApplications } from '../../scripts/proof/application-fuzz.ts';

/** The same requests in each run, so that a red one was made red by a change; the long form draws others each time. */
const SEED = 11;

describe('requests that no page would send', () => {
  // The long form: npm run proof -- applications.
  it('end in no fault, and change no answer that was not saved by its own', async () => {
    const broken: string[] = [];
    const { failed } = await proveApplications(1_500, SEED, (line) => broken.push(line));
    expect([failed, broken]).toEqual([0, []]);
  }, 400_000);
});
