import type { Context } from '#app/platform/context.server.ts';
import { mayReadAsManager } from '../rules/access.ts';
import type { Application } from '../store.server.ts';
import { isHiddenFrom } from './hidden-from.server.ts';

/** Whether the signed-in manager reads this application: it is for her partner, and its applicant has not named her. */
export function isReadableForManager(
  context: Context,
  found: Pick<Application, 'id' | 'state'>,
  call: Parameters<typeof mayReadAsManager>[2],
): boolean {
  const { actor } = context;
  if (actor === null || !mayReadAsManager(actor, found, call)) return false;
  return !isHiddenFrom(context, found.id, actor.personId);
}
