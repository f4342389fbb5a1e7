import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './say.mjs';

/** Where Vitest writes what came out of each test. */
export const RESULTS = 'test-results/vitest.json';

/**
 * The last run in one plain line: "412 passed, 0 failed".
 *
 * A file that could not be read at all counts as one failure: it has no tests that could.
 */
export function summary() {
  const file = join(PROJECT, RESULTS);
  if (!existsSync(file)) return '0 passed, 1 failed';
  const results = JSON.parse(readFileSync(file, 'utf8'));
  const brokenFiles = results.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const skipped = results.numPendingTests + results.numTodoTests;
  const failed = results.numFailedTests + brokenFiles;
  return `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
