import { readFileSync } from 'node:fs';

let script: string | undefined;

/**
 * The worker that shows kept pages where there is no connection. It holds nothing of anybody, and has one address for
 * every build: browsers look there for a newer one.
 */
export function loader() {
  script ??= readFileSync('build/offline/offline-worker.js', 'utf8');
  return new Response(script, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
      // Also the list of panels, which has no slash behind it; no other part of the portal.
      'Service-Worker-Allowed': '/panel',
    },
  });
}
