/**
 * `npm run check`: all of CI, one timed line for each step, and the words of a step only when it fails.
 * With --static, everything but the tests (npm test runs those).
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { run } from './command.mjs';
import { ensurePrograms } from './programs.mjs';
import { PROJECT, sayPlainly, secondsSince } from './say.mjs';
import { ensureSwift } from './swift.mjs';

const isStatic = process.argv.includes('--static');
const isContinuousIntegration = Boolean(process.env.CI);

/** @param {string} file  @param {string[]} args */
const node = (file, ...args) => [process.execPath, [join('node_modules', file), ...args]];
const vitest = (project) => node('vitest/vitest.mjs', 'run', '--project', project);

/** @type {[name: string, command: [file: string, args: string[]]][]} */
const STATIC_STEPS = [
  // The longest first: the others go beside it.
  ['types', node('typescript/bin/tsc', '--pretty', 'false')],
  ['format and lint', node('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off')],
  [
    'imports',
    node('dependency-cruiser/bin/dependency-cruiser.mjs', '-T', 'err', 'app', 'db', 'emails', 'scripts', 'test'),
  ],
  ['dead code', node('knip/bin/knip.js', '--no-progress')],
  // With the mark of a fresh build, so that the tests do not build again.
  ['build', [process.execPath, ['scripts/build.mjs']]],
];
const TEST_STEPS = [
  ['unit and house', vitest('unit')],
  ['access', vitest('access')],
  ['journeys', vitest('journeys')],
];

if (isContinuousIntegration && !existsSync(join(PROJECT, '../shared/data'))) {
  sayPlainly(
    'CI is set, and the real elections and programme facts are not in ../shared/data.',
    'Tests that need them are skipped on a desk, never in CI.',
  );
}
if (!isStatic) {
  await ensureChromium();
  await ensurePrograms({ isNeeded: true });
  await ensureSwift();
  await ensureBuilt();
}
const failures = [];

/**
 * Runs these steps in order, so many at a time; what a step says is shown when it has failed.
 *
 * @param {typeof STATIC_STEPS} steps
 * @param {number} atOnce
 */
async function take(steps, atOnce) {
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const [name, [file, args]] = step;
      const startedAt = performance.now();
      const { code, output } = await run(file, args);
      process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)} ${secondsSince(startedAt)}\n`);
      if (code === 0) continue;
      failures.push(name);
      process.stdout.write(`${output}\n`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

// Most of what reads the sources keeps one core busy; the tests share all cores among themselves.
await take(STATIC_STEPS, Math.min(2, availableParallelism()));
if (!isStatic) await take(TEST_STEPS, 1);
if (failures.length > 0) sayPlainly(`These need mending: ${failures.join(', ')}.`);
