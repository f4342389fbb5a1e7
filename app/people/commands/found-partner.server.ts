import type { DutyName } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { PartnerContact } from '../rules/contact.ts';
import { insertDuty, insertPartner } from '../store.server.ts';
import { introducePerson } from './introduce-person.server.ts';

/** Sets up an awarding partner with its first staff: done by whoever runs the machine, never over the web. */
export function foundPartner(
  context: Context,
  founding: {
    slug: string;
    name: string;
    email: string;
    /** How else to reach it; its managers change it later. */
    contact?: Partial<Omit<PartnerContact, 'email'>>;
    staff: readonly { name: string; email: string; duties: readonly DutyName[] }[];
  },
): Id {
  const partnerId = context.newId();
  context.transact((tx) => {
    const { slug, name, email, contact } = founding;
    insertPartner(tx, { id: partnerId, slug, name, email, ...contact });
    for (const member of founding.staff) {
      const personId = introducePerson(tx, context, member);
      for (const duty of member.duties) insertDuty(tx, personId, partnerId, duty);
    }
    return done('founded');
  });
  return partnerId;
}
