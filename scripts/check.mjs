/**
 * `npm run check`: all of CI, one timed line for each step, and the words of a step only when it fails.
 * With --static, everything but the tests (npm test runs those).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { run } from './command.mjs';
import { ensureFfmpeg } from './ffmpeg.mjs';
import { PROJECT, sayPlainly, secondsSince } from './say.mjs';
import { ensureSwift } from './swift.mjs';

const isStatic = process.argv.includes('--static');
const isContinuousIntegration = Boolean(process.env.CI);

/** @param {string} file  @param {string[]} args */
const node = (file, ...args) => [process.execPath, [join('node_modules', file), ...args]];
const vitest = (project) => node('vitest/vitest.mjs', 'run', '--project', project);

/** @type {[name: string, command: [file: string, args: string[]]][]} */
const STATIC_STEPS = [
  ['format and lint', node('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off')],
  ['types', node('typescript/bin/tsc', '--pretty', 'false')],
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
  await ensureFfmpeg({ isNeeded: true });
  await ensureSwift();
  await ensureBuilt();
}
const failures = [];
for (const [name, [file, args]] of [...STATIC_STEPS, ...(isStatic ? [] : TEST_STEPS)]) {
  const startedAt = performance.now();
  const { code, output } = await run(file, args);
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)} ${secondsSince(startedAt)}\n`);
  if (code === 0) continue;
  failures.push(name);
  process.stdout.write(`${output}\n`);
}
if (failures.length > 0) sayPlainly(`These need mending: ${failures.join(', ')}.`);
