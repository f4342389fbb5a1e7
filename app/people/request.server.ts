import { redirect } from '@remix-run/node';
import type { Actor } from '#app/kernel/actor.ts';
import { paths } from '#app/paths.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { Sessions } from './sessions.server.ts';

/** What the server hands to every loader and action. */
export type PortalLoadContext = { readonly portal: Context; readonly sessions: Sessions };

declare module '@remix-run/node' {
  interface AppLoadContext extends PortalLoadContext {}
}

export type SignedIn = Context & { readonly actor: Actor };

/**
 * The context of somebody who is signed in; anybody else goes to the sign-in page and comes back.
 *
 * @throws a redirect
 */
export function signedIn(context: PortalLoadContext, request: Request): SignedIn {
  const { portal } = context;
  if (portal.actor !== null) return portal as SignedIn;
  const url = new URL(request.url);
  const next = request.method === 'GET' ? url.pathname + url.search : url.pathname;
  throw redirect(paths.signIn({ next }));
}

/** "Not yours" and "not found" are one answer, so that nobody learns what exists. */
export function notFound(): never {
  throw new Response(null, { status: 404 });
}

/** @throws 404 when a query found nothing, or nothing this person may see */
export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) notFound();
  return value;
}
