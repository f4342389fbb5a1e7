/** `npm test`: every test there is, the browser's too. Arguments go to Vitest: `npm test -- app/people`. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { run } from './command.mjs';
import { ensurePrograms } from './programs.mjs';
import { PROJECT } from './say.mjs';
import { ensureSwift } from './swift.mjs';
import { RESULTS, summary } from './test-summary.mjs';

await ensureChromium();
await ensurePrograms({ isNeeded: process.env.CI !== undefined });
await ensureSwift();
await ensureBuilt();
rmSync(join(PROJECT, RESULTS), { force: true });
const { code } = await run(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${RESULTS}`,
    ...process.argv.slice(2),
  ],
  { show: true },
);
process.stdout.write(`${summary()}\n`);
process.exitCode = code;
