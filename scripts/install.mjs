import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { PROJECT, sayPlainly, withProgress } from './say.mjs';

const LOCK = join(PROJECT, 'package-lock.json');
const MARK = join(PROJECT, 'node_modules/.installed');
/** npm writes it last, so a broken-off installation has none. */
const NPM_MARK = join(PROJECT, 'node_modules/.package-lock.json');

/** Installs exactly what the lock file names, unless that is what is there. */
export async function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (!isInstalled(wanted)) await install();
  writeFileSync(MARK, wanted);
}

/** Either this lock file was installed by us, or somebody has just run npm in person. */
function isInstalled(wanted) {
  if (!existsSync(NPM_MARK)) return false;
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return true;
  return statSync(NPM_MARK).mtimeMs >= statSync(LOCK).mtimeMs;
}

async function install() {
  const { code, output } = await withProgress(
    'Installing packages (one to three minutes the first time, more on a busy machine)',
    () => run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  );
  if (code === 127) sayPlainly('npm is missing. It comes with Node: https://nodejs.org');
  if (code !== 0) {
    process.stderr.write(output);
    sayPlainly('npm could not install the packages; its own words are above. Is the network there?');
  }
}
