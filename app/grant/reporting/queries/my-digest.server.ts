import type { Context } from '#app/platform/context.server.ts';
import { managesSome } from '../rules/access.ts';
import type { Rhythm } from '../rules/digest.ts';
import { findDigest } from '../store.server.ts';

/** How often the signed-in manager hears what is new; null for anybody who manages nothing. */
export function myDigest(context: Context): { rhythm: Rhythm } | null {
  const { actor } = context;
  if (actor === null || !managesSome(actor)) return null;
  return { rhythm: findDigest(context.db, actor.personId).rhythm };
}
