import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './command.mjs';
import { sayPlainly, withProgress } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
/** The fonts draw the pages' other scripts; without them a screenshot shows boxes. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-core'];

/**
 * Where the browser for the journeys is: CHROMIUM_PATH, or the first Chromium on PATH.
 *
 * @throws when there is none
 */
export function chromiumPath() {
  const found = findChromium();
  if (found === null) throw new Error('No Chromium here. Set CHROMIUM_PATH, or run "npm test", which installs one.');
  return found;
}

/** Makes sure that there is a Chromium: on Debian as root it is installed, elsewhere the way to it is said. */
export async function ensureChromium() {
  if (findChromium() !== null) return;
  const isDebian = existsSync('/etc/debian_version');
  const isUbuntu = isDebian && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));
  const install = `apt-get update && apt-get install -y ${DEBIAN_PACKAGES.join(' ')}`;
  if (!isDebian || isUbuntu) {
    // Ubuntu's package of that name is a snap, which does not start in a container.
    sayPlainly(
      'The journeys run in a real browser, and there is no Chromium or Chrome here.',
      'Install one (https://www.google.com/chrome), or name it: CHROMIUM_PATH=/path/to/chrome npm test',
    );
  }
  if (process.getuid?.() !== 0) {
    sayPlainly(
      'The journeys run in a real browser, and there is no Chromium here. Install it and run this again:',
      '',
      `  sudo sh -c '${install}'`,
    );
  }
  const { code, output } = await withProgress('Installing Chromium', () =>
    run('sh', ['-c', install], { env: { DEBIAN_FRONTEND: 'noninteractive' } }),
  );
  if (code !== 0 || findChromium() === null) {
    process.stderr.write(output);
    sayPlainly('Chromium could not be installed; the words of apt-get are above.', `The command was: ${install}`);
  }
}

function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) sayPlainly(`CHROMIUM_PATH names ${named}, and there is no program there.`);
    return named;
  }
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, MAC].find(isExecutable) ?? null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
