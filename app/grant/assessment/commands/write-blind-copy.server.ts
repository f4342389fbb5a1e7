import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type BlindDesk, blindDesk } from '../queries/blind-desk.server.ts';
import { onlyTakesOut } from '../rules/blind-copy.ts';
import { copiesOf, insertVersion } from '../store/blind-copies.server.ts';

/**
 * Writes what members read of an application while names are hidden, as a version of its own. An empty text takes the
 * copy back: then the portal hides the names it knows. Once somebody scores it, nothing changes but that names go.
 *
 * @param texts  by part, as `blindDesk` names them; a part that is not there stays as it is
 */
export function writeBlindCopy(
  context: Context,
  applicationId: Id,
  texts: Readonly<Record<string, string>>,
): Outcome<'written', 'sheet-begun' | 'not-found'> {
  return context.transact((tx) => {
    const desk = blindDesk(context, applicationId);
    if (desk === null || context.actor === null) return refused('not-found');
    if (rewrittenParts(desk, texts).length > 0) return refused('sheet-begun');
    const [inForce] = copiesOf(tx, [applicationId]);
    const next = { ...inForce?.texts };
    for (const { part, proposed } of desk.parts) {
      const text = sent(texts[part]);
      if (text === undefined) continue;
      // What the portal would show anyway is nobody's copy: a name that it learns tomorrow is hidden there too.
      if (text === '' || text === proposed.trim()) delete next[part];
      else next[part] = text;
    }
    if (isSame(next, inForce?.texts ?? {})) return done('written');
    const version = (inForce?.version ?? 0) + 1;
    const { personId } = context.actor;
    insertVersion(tx, { applicationId, version, texts: next, writtenAt: context.now, writtenBy: personId });
    return done('written');
  });
}

/** The parts in which these texts would change more than a name, once somebody scores the application: none before. */
export function rewrittenParts(desk: BlindDesk, texts: Readonly<Record<string, string>>): string[] {
  if (!desk.hasBegun) return [];
  return desk.parts.flatMap(({ part, written, proposed }) => {
    const text = sent(texts[part]);
    if (text === undefined) return [];
    const change = { before: written ?? proposed, after: text === '' ? proposed : text };
    return onlyTakesOut(change, desk.mask) ? [] : [part];
  });
}

function sent(text: string | undefined): string | undefined {
  return text?.replace(/\r\n?/g, '\n').trim();
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const parts = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...parts].every((part) => one[part] === other[part]);
}
