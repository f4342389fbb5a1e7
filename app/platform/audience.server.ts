import type { ServerBuild } from '@remix-run/node';

/** First URL segments that have a handler of their own; everything else is public. */
const AUDIENCES = ['apply', 'panel', 'mentor', 'staff', 'finance', 'hooks'] as const;

const builds = new WeakMap<ServerBuild, Map<string, ServerBuild>>();

/**
 * The part of the build that can answer a path: the root and the routes of its audience.
 * Remix matches in time linear in the number of routes, several times per request: a hundred foreign routes
 * tripled the cost of a page.
 */
export function routesFor(build: ServerBuild, pathname: string): { audience: string; build: ServerBuild } {
  const segment = pathname.split('/')[1] ?? '';
  const audience = AUDIENCES.find((name) => name === segment) ?? 'public';
  const known = builds.get(build) ?? new Map<string, ServerBuild>();
  builds.set(build, known);
  let part = known.get(audience);
  if (part === undefined) {
    const belongs = (route: { id: string; path?: string | undefined } | undefined) =>
      route !== undefined && (route.id === 'root' || route.path === '*' || audienceOf(route.path) === audience);
    // The renderer walks the manifest and expects a module for each route in it: both lose the same routes.
    part = {
      ...build,
      routes: kept(build.routes, belongs),
      assets: { ...build.assets, routes: kept(build.assets.routes, belongs) },
    };
    known.set(audience, part);
  }
  return { audience, build: part };
}

function audienceOf(path: string | undefined): string {
  const segment = (path ?? '').split('/')[0] ?? '';
  return AUDIENCES.find((name) => name === segment) ?? 'public';
}

function kept<Route>(routes: Record<string, Route>, belongs: (route: Route) => boolean): Record<string, Route> {
  return Object.fromEntries(Object.entries(routes).filter(([, route]) => belongs(route)));
}
