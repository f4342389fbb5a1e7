import type { ServerBuild } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { routesFor } from './audience.server.ts';

const routes = {
  root: { id: 'root' },
  around: { id: 'around' },
  home: { id: 'home', path: undefined, index: true },
  calls: { id: 'calls', path: 'calls/:slug' },
  desk: { id: 'desk', path: 'staff/calls' },
  lost: { id: 'lost', path: '*' },
};
const build = { routes, assets: { routes, version: '1' } } as unknown as ServerBuild;

describe('handing a request to the routes that begin as it does', () => {
  it('gives each the root and what stands around pages, its own pages and the page for what is not found', () => {
    const staff = routesFor(build, '/staff/calls');
    expect(staff.segment).toBe('staff');
    expect(Object.keys(staff.build.routes)).toEqual(['root', 'around', 'desk', 'lost']);
  });
  it('gives the first page and what begins like no route the shortest list', () => {
    for (const path of ['/', '/staffing', '/%', '/__proto__'])
      expect(Object.keys(routesFor(build, path).build.routes)).toEqual(['root', 'around', 'home', 'lost']);
  });
  it('reads an address as Remix does: decoded, and without regard to capitals', () => {
    for (const path of ['/calls/some', '/CALLS/some', '/c%61lls/some', '/calls'])
      expect(routesFor(build, path).segment).toBe('calls');
  });
  it('keeps the manifest in step, because the renderer expects a module for each route it names', () => {
    for (const path of ['/', '/staff', '/panel']) {
      const part = routesFor(build, path).build;
      expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes));
    }
  });
});
