import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '../..');

/**
 * A folder outside the repository that looks like this project and holds what must not be in it,
 * so that a law is seen to catch its violation while no bad code lives here.
 *
 * @param files   contents by path inside the tree
 * @param shared  files and folders of the project that the tree borrows
 */
export function plantTree(
  files: Readonly<Record<string, string>>,
  shared: readonly string[],
): { root: string; clear: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'planted-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const path of shared) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(join(PROJECT, path), join(root, path));
  }
  return { root, clear: () => rmSync(root, { recursive: true, force: true }) };
}
