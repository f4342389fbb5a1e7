/** `npm run demo`: from a fresh clone to the first page, with a year of grants in it. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { run } from './command.mjs';
import { PROJECT, sayPlainly } from './say.mjs';

const port = process.env.PORT || '3000';
const folder = resolve(PROJECT, process.env.DATA_DIR || 'data');

await refuseTakenPort(Number(port));
await ensureBuilt();
await ensureStory(folder);
const { code } = await run(process.execPath, ['build/server/index.js'], {
  show: true,
  env: {
    NODE_ENV: 'production',
    DEMO: '1',
    PORT: port,
    PUBLIC_URL: `http://localhost:${port}`,
    DATA_DIR: folder,
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  },
});
process.exitCode = code;

/** Better known now than after two minutes of building. */
function refuseTakenPort(wanted) {
  return new Promise((free) => {
    const probe = createServer();
    probe.once('error', () =>
      sayPlainly(`Something else is using port ${wanted}. Try another: PORT=${wanted + 1} npm run demo`),
    );
    probe.listen(wanted, '127.0.0.1', () => probe.close(free));
  });
}

/**
 * The story is played in a folder beside and moved when it is complete: a demonstration that was
 * broken off starts again, and a portal that holds real data is never played over.
 */
async function ensureStory(into) {
  if (existsSync(join(into, 'portal.db'))) {
    process.stderr.write(`Using the portal in ${into}. To play the story again, remove that folder first.\n`);
    return;
  }
  if (existsSync(into) && readdirSync(into).length > 0) {
    sayPlainly(`${into} holds files, but no portal. Name another folder: DATA_DIR=./demo-data npm run demo`);
  }
  const unfinished = `${into}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(into), { recursive: true });
  const played = await run(process.execPath, ['--import', 'tsx', 'scripts/seed.ts'], {
    show: true,
    env: { DATA_DIR: unfinished, DEMO: '1', PUBLIC_URL: `http://localhost:${port}` },
  });
  if (played.code !== 0) sayPlainly('The story could not be played; the reason is above.');
  rmSync(into, { recursive: true, force: true });
  renameSync(unfinished, into);
}
