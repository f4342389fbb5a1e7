import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './command.mjs';
import { sayPlainly, withProgress } from './say.mjs';

const INSTALL = 'apt-get update && apt-get install -y ffmpeg';

/**
 * Makes sure that there is an ffmpeg to test the copies of recordings with: on Debian as root it is installed. Elsewhere
 * those tests are left out and say so, but for the checks before a release, which need it.
 *
 * @param isNeeded  stops here when there is none
 */
export async function ensureFfmpeg({ isNeeded = false } = {}) {
  if (hasFfmpeg()) return;
  const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (mayInstall) {
    const { code, output } = await withProgress('Installing ffmpeg', () =>
      run('sh', ['-c', INSTALL], { env: { DEBIAN_FRONTEND: 'noninteractive' } }),
    );
    if (code === 0 && hasFfmpeg()) return;
    process.stderr.write(output);
  }
  if (isNeeded)
    sayPlainly('The copies of recordings are tested with ffmpeg, and there is none here. Install it first.');
  process.stdout.write('There is no ffmpeg here: the copies of recordings are not tested.\n');
}

function hasFfmpeg() {
  const folders = ['/usr/local/bin', '/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.some((folder) => existsSync(join(folder, 'ffmpeg')));
}
