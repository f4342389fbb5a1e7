import { describe, expect, it } from 'vitest';
import { proveApplications } from '../../scripts/proof/application-fuzz.ts';

describe('requests that no page would send', () => {
  // The long form: npm run proof -- applications.
  it('end in no fault, and change no answer that was not saved by its own', async () => {
    const broken: string[] = [];
    const { failed } = await proveApplications(1_500, Date.now() % 2 ** 32, (line) => broken.push(line));
    expect([failed, broken]).toEqual([0, []]);
  }, 400_000);
});
