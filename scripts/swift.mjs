import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './command.mjs';
import { withProgress } from './say.mjs';

/** Debian's own: its packages are not seen by another Python on PATH. */
export const PYTHON = '/usr/bin/python3';

/** Only the library: the packages with the servers start them on the machine's own ports. */
const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends python3-swift';

/** Whether OpenStack Swift is here, a server that speaks S3: what keeps files elsewhere is tested against it. */
export function hasSwift() {
  return spawnSync(PYTHON, ['-c', 'import swift.proxy.server'], { stdio: 'ignore' }).status === 0;
}

/** Makes sure that Swift is here where that can be done: on Debian as root. Elsewhere its tests are left out. */
export async function ensureSwift() {
  if (hasSwift()) return;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    process.stderr.write(`There is no OpenStack Swift here, so files in an S3 store are not tested. ${howTo()}\n`);
    return;
  }
  const { code, output } = await withProgress('Installing OpenStack Swift', () =>
    run('sh', ['-c', INSTALL], { env: { DEBIAN_FRONTEND: 'noninteractive' } }),
  );
  if (code !== 0) process.stderr.write(`${output}OpenStack Swift could not be installed. ${howTo()}\n`);
}

function howTo() {
  return `On Debian: sudo sh -c '${INSTALL}'`;
}
