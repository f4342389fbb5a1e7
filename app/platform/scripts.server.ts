import { readFileSync } from 'node:fs';

type Manifest = Record<string, { file: string; isEntry?: boolean }>;

let manifest: Manifest | undefined;

/**
 * The address of one of our small browser scripts, with its content hash.
 *
 * @param name  of `app/ui/scripts/<name>.ts`
 * @throws when the scripts were not built: `npm run build` makes them
 */
export function scriptUrl(name: string): string {
  manifest ??= JSON.parse(readFileSync('build/scripts/manifest.json', 'utf8')) as Manifest;
  const entry = manifest[`app/ui/scripts/${name}.ts`];
  if (entry === undefined) throw new Error(`no script called ${name} was built`);
  return `/${entry.file}`;
}
