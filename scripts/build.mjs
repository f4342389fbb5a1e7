import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { PROJECT, sayPlainly, withProgress } from './say.mjs';

/** What the bundles are made of. */
const SOURCES = [
  'app',
  'db',
  'emails',
  'public',
  'vite.config.ts',
  'vite.scripts.config.ts',
  'vite.apart.config.ts',
  'vite.worker.config.ts',
  'vite.offline.config.ts',
  'package-lock.json',
];
const MARK = join(PROJECT, 'build/.built');

/** Builds the server, the pages and the page scripts when a source is newer than the last build. */
export async function ensureBuilt() {
  if (existsSync(MARK) && newest(SOURCES) <= statSync(MARK).mtimeMs) return;
  await build();
}

async function build() {
  // The moment before: a file saved while the build runs is then newer than it.
  const startedAt = new Date();
  const { code, output } = await withProgress('Building', () => run('npm', ['run', '--silent', 'build']));
  if (code !== 0) {
    process.stderr.write(output);
    sayPlainly('The build failed; its own words are above.');
  }
  writeFileSync(MARK, '');
  utimesSync(MARK, startedAt, startedAt);
}

/** @returns milliseconds of the newest file or folder under these paths */
function newest(paths) {
  return Math.max(
    ...paths.map((path) => {
      const full = join(PROJECT, path);
      const entry = statSync(full);
      if (!entry.isDirectory()) return entry.mtimeMs;
      return Math.max(entry.mtimeMs, newest(readdirSync(full).map((name) => join(path, name))));
    }),
  );
}

if (import.meta.main) await ensureBuilt();
