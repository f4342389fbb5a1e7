import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { testWorld } from '#test/world/test-world.ts';
import * as entry from './entry.server.tsx';
import * as fault from './fault.tsx';
import { notFound } from './people/request.server.ts';
import * as root from './root.tsx';
import routes from './routes.ts';

const page = { default: () => null, loader: () => notFound(), action: () => notFound() };
/** As the root's loader answers for somebody signed in, without the files of the build. */
const who = { name: 'Amina', areas: [] };
const framed = { ...root, loader: () => ({ language: 'en', dir: 'ltr', isDemo: false, who }) };
const modules = { root: framed, fault, page };
const place = { root: { path: '' }, fault: { parentId: 'root' }, page: { path: 'page', parentId: 'fault' } };

function built<Extra extends object>(extra: (name: keyof typeof modules) => Extra) {
  const names = Object.keys(modules) as (keyof typeof modules)[];
  return Object.fromEntries(names.map((name) => [name, { id: name, ...place[name], ...extra(name) }]));
}

const build = {
  mode: 'production',
  future: { v3_singleFetch: true },
  isSpaMode: false,
  basename: '/',
  publicPath: '/',
  assetsBuildDirectory: '',
  entry: { module: entry },
  routes: built((name) => ({ module: modules[name] })),
  assets: {
    entry: { module: '', imports: [] },
    url: '',
    version: '1',
    routes: built((name) => ({ module: '', hasErrorBoundary: 'ErrorBoundary' in modules[name] })),
  },
} as unknown as ServerBuild;

describe('the page that says what went wrong', () => {
  it('stands around every page', () => {
    expect(routes.map((route) => [route.id ?? route.file, (route.children ?? []).length > 50])).toEqual([
      ['fault.tsx', true],
    ]);
  });

  it.each(['GET', 'POST'])('knows who is signed in, after a %s like any other page', async (method) => {
    const world = testWorld();
    const portal = world.as(world.person('Amina'));
    const request = new Request('http://localhost:3000/page', { method });
    const answer = await createRequestHandler(build, 'production')(request, { portal } as never);
    const html = await answer.text();
    expect(answer.status).toBe(404);
    expect(html).toContain('Sign out');
    expect(html).not.toContain('href="/sign-in"');
  });
});
