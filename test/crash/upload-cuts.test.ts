import { describe, expect, it } from 'vitest';
import { proveUploadCuts } from '../../scripts/proof/upload-cuts.ts';

describe('an upload that is cut off', () => {
  // The long form: npm run proof -- uploads.
  it('ends whole or in words after 25 cuts at random bytes, with the server killed now and then', async () => {
    const broken: string[] = [];
    const { failed } = await proveUploadCuts(25, Date.now() % 2 ** 32, (line) => broken.push(line));
    expect([failed, broken]).toEqual([0, []]);
  }, 240_000);
});
