import { readFileSync } from 'node:fs';

type Entry = { file: string; isEntry?: boolean; imports?: readonly string[] };
type Manifest = Record<string, Entry>;

/** Builds apart: what they share is in each, so that no page loads more files than it needs. */
const MANIFESTS = ['manifest', 'manifest-pass', 'manifest-ranked-booth'].map((name) => `build/scripts/${name}.json`);

let manifest: Manifest | undefined;

const readManifest = (file: string): Manifest => JSON.parse(readFileSync(file, 'utf8'));

/**
 * The address of one of our small browser scripts, with its content hash.
 *
 * @param name  of `app/ui/scripts/<name>.ts`
 * @throws when the scripts were not built: `npm run build` makes them
 */
export function scriptUrl(name: string): string {
  return `/${entryOf(`app/ui/scripts/${name}.ts`).file}`;
}

/**
 * The script and every file it imports, below `build/scripts`: all that runs when a page loads it.
 *
 * @throws as `scriptUrl`
 */
export function scriptFiles(name: string): string[] {
  const files = new Set<string>();
  const collect = (key: string) => {
    const { file, imports = [] } = entryOf(key);
    if (files.has(file)) return;
    files.add(file);
    for (const imported of imports) collect(imported);
  };
  collect(`app/ui/scripts/${name}.ts`);
  return [...files];
}

function entryOf(key: string): Entry {
  manifest ??= Object.assign({}, ...MANIFESTS.map(readManifest)) as Manifest;
  const entry = manifest[key];
  if (entry === undefined) throw new Error(`no script called ${key} was built`);
  return entry;
}
