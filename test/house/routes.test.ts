import { describe, expect, it } from 'vitest';
import { paths } from '#app/paths.ts';
import { urls } from '#app/routes.ts';
import { filesUnder, isTest } from './sources.ts';

type Route = { readonly path?: string | undefined; readonly file: string };

const all: readonly Route[] = urls;
const patterns = all.map(({ path, file }) => ({ file, pattern: `/${path ?? ''}` }));
const named = patterns.filter(({ pattern }) => pattern !== '/*');

/** A path with every parameter filled in by a word that no route is called by. */
const SAMPLE = 'a-sample';
const filled = Object.entries(paths).map(([name, write]) => {
  const everything = new Proxy({}, { get: () => SAMPLE });
  const [path = ''] = (write as (at: object) => string)(everything).split(/[?#]/);
  return { name, path };
});

/** Whether this route answers this path; its parameters take anything that `fits`. */
function answers(pattern: string, path: string, fits: (value: string) => boolean): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const isSplat = wanted.at(-1) === '*';
  if (isSplat ? given.length < wanted.length - 1 : given.length !== wanted.length) return false;
  return wanted.every((part, place) => {
    if (part === '*') return true;
    return part.startsWith(':') ? fits(given[place] ?? '') : part === given[place];
  });
}

const anything = () => true;
const isSample = (value: string) => value.includes(SAMPLE);

describe('every URL', () => {
  it('has a route with a file', () => {
    const files = new Set(filesUnder('app'));
    expect(all.filter(({ file }) => !files.has(`app/${file}`))).toEqual([]);
  });

  it('is answered once', () => {
    expect(patterns.map(({ pattern }) => pattern)).toEqual([...new Set(patterns.map(({ pattern }) => pattern))]);
  });

  it('has a path that leads to it', () => {
    expect(named.filter(({ pattern }) => !filled.some(({ path }) => answers(pattern, path, isSample)))).toEqual([]);
  });

  it('that a path leads to is answered by a route', () => {
    // The ballot box answers before Remix does, so its one address has no route.
    const early = new Set(['castVote']);
    const unanswered = filled.filter(({ path }) => !named.some(({ pattern }) => answers(pattern, path, anything)));
    expect(unanswered.map(({ name }) => name)).toEqual([...early]);
  });

  it('has its screen in a stage that exists, and every screen has a URL', () => {
    const known = new Set(all.map(({ file }) => `app/${file}`));
    const screens = filesUnder('app').filter((path) => /\/routes\/[^/]+\.tsx$/.test(path) && !isTest(path));
    expect(screens.filter((path) => !known.has(path))).toEqual([]);
  });

  it('begins with its audience, so the first segment is never a parameter', () => {
    expect(named.filter(({ pattern }) => pattern.startsWith('/:'))).toEqual([]);
  });
});
