import type { Context } from '#app/platform/context.server.ts';
import { mayReadAsManager } from '../rules/access.ts';
import { isTest } from '../rules/reference.ts';
import type { Application } from '../store.server.ts';
import { isHiddenFrom } from './hidden-from.server.ts';

/**
 * Whether the signed-in manager reads this application: it is for her partner, and its applicant has not named her.
 * Nobody reads a pretend one: what is noted about an application stays, and those are thrown away.
 */
export function isReadableForManager(
  context: Context,
  found: Pick<Application, 'id' | 'state' | 'reference'>,
  call: Parameters<typeof mayReadAsManager>[2],
): boolean {
  const { actor } = context;
  if (actor === null || isTest(found) || !mayReadAsManager(actor, found, call)) return false;
  return !isHiddenFrom(context, found.id, actor.personId);
}
