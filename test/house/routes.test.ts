import { describe, expect, it } from 'vitest';
import { paths } from '#app/paths.ts';
import routes from '#app/routes.ts';
import { filesUnder, isFolder, isTest } from './sources.ts';

type Route = { readonly path?: string | undefined; readonly file: string };

const all: readonly Route[] = await routes;
const patterns = all.map(({ path, file }) => ({ file, pattern: `/${path ?? ''}` }));
const named = patterns.filter(({ pattern }) => pattern !== '/*');

/** A path with every parameter filled in by a word that no route is called by. */
const SAMPLE = 'a-sample';
const filled = Object.entries(paths).map(([name, write]) => {
  const everything = new Proxy({}, { get: () => SAMPLE });
  const [path = ''] = (write as (at: object) => string)(everything).split(/[?#]/);
  return { name, path };
});

/** Whether this route answers this path with exactly its own parameters. */
function answers(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const isSplat = wanted.at(-1) === '*';
  if (isSplat ? given.length < wanted.length - 1 : given.length !== wanted.length) return false;
  return wanted.every((part, place) => {
    if (part === '*') return true;
    return part.startsWith(':') ? (given[place] ?? '').includes(SAMPLE) : part === given[place];
  });
}

describe('every URL', () => {
  it('has a route with a file', () => {
    const files = new Set(filesUnder('app'));
    expect(all.filter(({ file }) => !files.has(`app/${file}`))).toEqual([]);
  });

  it('is answered once', () => {
    expect(patterns.map(({ pattern }) => pattern)).toEqual([...new Set(patterns.map(({ pattern }) => pattern))]);
  });

  it('has a path that leads to it', () => {
    expect(named.filter(({ pattern }) => !filled.some(({ path }) => answers(pattern, path)))).toEqual([]);
  });

  it('that a path leads to is answered by a route', () => {
    expect(filled.filter(({ path }) => !named.some(({ pattern }) => answers(pattern, path)))).toEqual([]);
  });

  it('has its screen in a stage that exists, and every screen has a URL', () => {
    const known = new Set(all.map(({ file }) => `app/${file}`));
    const screens = filesUnder('app').filter((path) => /\/routes\/[^/]+\.tsx$/.test(path) && !isTest(path));
    expect(screens.filter((path) => !known.has(path))).toEqual([]);
  });

  it('begins with its audience', () => {
    const audiences = new Set(['apply', 'panel', 'mentor', 'staff', 'finance', 'hooks']);
    const first = new Set(named.map(({ pattern }) => pattern.split('/')[1] ?? ''));
    expect([...audiences].filter((audience) => isFolder(`app/${audience}`))).toEqual([]);
    expect([...first].filter((segment) => segment.startsWith(':'))).toEqual([]);
  });
});
