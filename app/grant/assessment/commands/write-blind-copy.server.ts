import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { blindDesk } from '../queries/blind-desk.server.ts';
import { deleteRedaction, writeRedaction } from '../store/redactions.server.ts';

/**
 * Writes what members read of an application while names are hidden. An empty text takes the copy back: then the portal
 * hides the names it knows.
 *
 * @param texts  by part, as `blindDesk` names them; a part that is not there stays as it is
 */
export function writeBlindCopy(
  context: Context,
  applicationId: Id,
  texts: Readonly<Record<string, string>>,
): Outcome<'written', 'not-found'> {
  return context.transact((tx) => {
    const desk = blindDesk(context, applicationId);
    if (desk === null || context.actor === null) return refused('not-found');
    for (const { part, proposed } of desk.parts) {
      const text = texts[part]?.replace(/\r\n?/g, '\n').trim();
      if (text === undefined) continue;
      // What the portal would show anyway is nobody's copy: a name that it learns tomorrow is hidden there too.
      if (text === '' || text === proposed.trim()) deleteRedaction(tx, applicationId, part);
      else writeRedaction(tx, { applicationId, part, text, writtenAt: context.now, writtenBy: context.actor.personId });
    }
    return done('written');
  });
}
