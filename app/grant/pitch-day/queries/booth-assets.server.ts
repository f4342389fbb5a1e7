import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '#app/kernel/digest.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { scriptFiles } from '#app/platform/scripts.server.ts';
import type { Manifest } from '../rules/manifest.ts';

const STYLES = 'build/client/assets';

/**
 * Everything a voter's phone runs or is styled by, with the hash of each: what the manifest promises will not change.
 *
 * @throws when the portal was not built: `npm run build` makes the files
 */
export function boothAssets(): Manifest['assets'] {
  const styles = readdirSync(STYLES).filter((name) => /^(?:style|booth)-[\w-]+\.css$/.test(name));
  invariant(styles.length > 0, 'the build makes the styles of the booth');
  return [
    ...['page', 'booth', 'ranked-booth', 'pass', 'follow']
      .flatMap(scriptFiles)
      .map((file) => asset(`/${file}`, join('build/scripts', file))),
    ...styles.map((name) => asset(`/assets/${name}`, join(STYLES, name))),
  ].filter((one, place, all) => all.findIndex((other) => other.name === one.name) === place);
}

function asset(name: string, file: string): Manifest['assets'][number] {
  return { name, sha256: sha256Hex(readFileSync(file)) };
}
