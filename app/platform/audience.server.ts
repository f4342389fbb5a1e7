import type { ServerBuild } from '@remix-run/node';

type Part = { readonly segment: string; readonly build: ServerBuild };

const parts = new WeakMap<ServerBuild, Map<string, Part>>();

/**
 * The part of the build that can answer a path: the root, what stands around pages, the page for what is not found,
 * and the routes that begin with the same segment. No route begins with a parameter.
 *
 * Remix makes and ranks a list of all its routes several times for each request: a hundred foreign routes tripled
 * the cost of a page.
 */
export function routesFor(build: ServerBuild, pathname: string): Part {
  let known = parts.get(build);
  if (known === undefined) {
    known = cut(build);
    parts.set(build, known);
  }
  // What begins like no route is not found, and the first page's part says so.
  return known.get(segmentOf(pathname)) ?? (known.get('') as Part);
}

function cut(build: ServerBuild): Map<string, Part> {
  const segments = new Set(['', ...Object.values(build.routes).map((route) => beginningOf(route?.path))]);
  return new Map(
    [...segments].map((segment) => {
      const belongs = (route: Belonging | undefined) =>
        route !== undefined && (isAround(route) || route.path === '*' || beginningOf(route.path) === segment);
      // The renderer walks the manifest and expects a module for each route in it: both lose the same routes.
      const part = {
        ...build,
        routes: kept(build.routes, belongs),
        assets: { ...build.assets, routes: kept(build.assets.routes, belongs) },
      };
      return [segment, { segment, build: part }];
    }),
  );
}

type Belonging = { readonly id: string; readonly path?: string | undefined; readonly index?: boolean | undefined };

/** The root, and what has no address because it only stands around others. */
function isAround(route: Belonging): boolean {
  return route.id === 'root' || (route.path === undefined && route.index !== true);
}

function beginningOf(path: string | undefined): string {
  return (path ?? '').split('/', 1)[0]?.toLowerCase() ?? '';
}

/** As Remix reads an address: decoded, and without regard to capitals. */
function segmentOf(pathname: string): string {
  const written = pathname.split('/', 2)[1] ?? '';
  try {
    return decodeURIComponent(written).toLowerCase();
  } catch {
    return written;
  }
}

function kept<Route>(routes: Record<string, Route>, belongs: (route: Route) => boolean): Record<string, Route> {
  return Object.fromEntries(Object.entries(routes).filter(([, route]) => belongs(route)));
}
