import type { Id } from '#app/kernel/id.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { normaliseEmail } from '../rules/sign-in.ts';
import { findPersonByEmail, insertPerson, renamePerson } from '../store.server.ts';

/**
 * Finds the person behind an address or makes one, inside the caller's transaction:
 * for invitations, where somebody is named before they have ever signed in.
 */
export function introducePerson(
  tx: Tx,
  context: Context,
  named: { name: string; email: string; language?: string },
): Id {
  const email = normaliseEmail(named.email);
  const known = findPersonByEmail(tx, email);
  if (known !== null) {
    if (known.name === '') renamePerson(tx, known.id, named.name);
    return known.id;
  }
  const personId = context.newId();
  insertPerson(tx, { id: personId, name: named.name, email, language: named.language ?? 'en', createdAt: context.now });
  return personId;
}
