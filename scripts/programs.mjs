import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './command.mjs';
import { sayPlainly, withProgress } from './say.mjs';

/** What tests need beside Node and a browser: the program, and Debian's package, is followed by what is tested with it. */
const PROGRAMS = [
  ['ffmpeg', 'The copies of recordings'],
  ['python3', 'The recount in Python'],
  ['strace', 'A vote on a disk that loses power'],
];

/**
 * Makes sure that the programs are there which some tests need: on Debian as root they are installed. Elsewhere those
 * tests are left out and say so, but for the checks before a release, which need them.
 *
 * @param isNeeded  stops here when one is missing
 */
export async function ensurePrograms({ isNeeded = false } = {}) {
  for (const [program, tested] of PROGRAMS) {
    if (isThere(program) || (await isInstalled(program))) continue;
    const missing = `There is no ${program} here. ${tested} cannot be tested.`;
    if (isNeeded) sayPlainly(`${missing} Install it first.`);
    process.stdout.write(`${missing}\n`);
  }
}

async function isInstalled(program) {
  const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!mayInstall) return false;
  const { code, output } = await withProgress(`Installing ${program}`, () =>
    run('sh', ['-c', `apt-get update && apt-get install -y ${program}`], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    }),
  );
  if (code === 0 && isThere(program)) return true;
  process.stderr.write(output);
  return false;
}

function isThere(program) {
  const folders = ['/usr/local/bin', '/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.some((folder) => existsSync(join(folder, program)));
}
