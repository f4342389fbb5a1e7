import type { ServerBuild } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { routesFor } from './audience.server.ts';

const routes = {
  root: { id: 'root' },
  home: { id: 'home', path: undefined, index: true },
  calls: { id: 'calls', path: 'calls/:slug' },
  desk: { id: 'desk', path: 'staff/calls' },
  lost: { id: 'lost', path: '*' },
};
const build = { routes, assets: { routes, version: '1' } } as unknown as ServerBuild;

describe('handing a request to the routes of its audience', () => {
  it('gives staff the root, its own pages and the page for what is not found', () => {
    const staff = routesFor(build, '/staff/calls');
    expect(staff.audience).toBe('staff');
    expect(Object.keys(staff.build.routes)).toEqual(['root', 'desk', 'lost']);
  });
  it('gives everybody else the public pages', () => {
    expect(Object.keys(routesFor(build, '/').build.routes)).toEqual(['root', 'home', 'calls', 'lost']);
    expect(routesFor(build, '/staffing').audience).toBe('public');
  });
  it('keeps the manifest in step, because the renderer expects a module for each route it names', () => {
    for (const path of ['/', '/staff', '/panel']) {
      const part = routesFor(build, path).build;
      expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes));
    }
  });
});
