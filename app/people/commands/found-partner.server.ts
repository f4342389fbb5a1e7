import type { DutyName } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { insertDuty, insertPartner } from '../store.server.ts';
import { introducePerson } from './introduce-person.server.ts';

/** Sets up an awarding partner with its first staff: done by whoever runs the machine, never over the web. */
export function foundPartner(
  context: Context,
  founding: {
    slug: string;
    name: string;
    email: string;
    staff: readonly { name: string; email: string; duties: readonly DutyName[] }[];
  },
): Id {
  const partnerId = context.newId();
  context.transact((tx) => {
    insertPartner(tx, { id: partnerId, slug: founding.slug, name: founding.name, email: founding.email });
    for (const member of founding.staff) {
      const personId = introducePerson(tx, context, member);
      for (const duty of member.duties) insertDuty(tx, personId, partnerId, duty);
    }
    return done('founded');
  });
  return partnerId;
}
