#!/usr/bin/env node
/**
 * What every `npm run …` starts with, on a machine that has only git, npm and Node 20 or newer, before anything
 * is installed: installs what the lock file names, finds the Node 24 that came with it, and hands over.
 *
 *   node scripts/run.mjs TASK [arguments for the task]
 */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { PROJECT, sayPlainly } from './say.mjs';

/** The arguments of Node for each task. */
const TASKS = {
  demo: ['scripts/demo.mjs'],
  test: ['scripts/test.mjs'],
  check: ['scripts/check.mjs'],
  seed: ['--import', 'tsx', 'scripts/seed.ts'],
  replay: ['--import', 'tsx', 'scripts/replay.ts'],
  count: ['--import', 'tsx', 'scripts/count.ts'],
  rank: ['--import', 'tsx', 'scripts/rank.ts'],
  audit: ['--import', 'tsx', 'scripts/audit.ts'],
  proof: ['--import', 'tsx', 'scripts/proof.ts'],
  bench: ['--import', 'tsx', 'scripts/bench.ts'],
  shots: ['--import', 'tsx', 'scripts/shots.ts'],
};
const NODE_MAJOR = 24;

const [name = '', ...rest] = process.argv.slice(2);
if (!Object.hasOwn(TASKS, name)) {
  sayPlainly(`There is no task "${name}". There are: ${Object.keys(TASKS).join(', ')}.`);
}
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  sayPlainly(`Common Pot starts with Node 20 or newer, and this is Node ${process.versions.node}.`);
}
await ensureInstalled();
const node = node24();
const child = spawn(node, [...TASKS[name], ...rest], {
  cwd: PROJECT,
  stdio: 'inherit',
  env: {
    ...process.env,
    // Whatever the task starts by name is then the same Node and the packages of this project.
    PATH: [dirname(node), join(PROJECT, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));

/** The Node that came with the packages, or this one when it is the right one. */
function node24() {
  const packaged = join(PROJECT, 'node_modules/.bin/node');
  const candidates = process.platform === 'win32' ? [process.execPath] : [packaged, process.execPath];
  const found = candidates.find((path) => {
    const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    return stdout?.startsWith(`v${NODE_MAJOR}.`);
  });
  if (found !== undefined) return found;
  return sayPlainly(
    `Common Pot runs on Node ${NODE_MAJOR}, and this is Node ${process.versions.node}.`,
    'On Linux (x64 and arm64) npm brings Node 24 as an optional package, but it is not there or does not start:',
    'was npm told to leave optional packages out? Elsewhere install Node 24 from https://nodejs.org and run this again.',
  );
}
