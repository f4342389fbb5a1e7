import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ContactFault, contactFaults, mayEditContact, type PartnerContact } from '../rules/contact.ts';
import { writeContact } from '../store.server.ts';

/** Says how applicants reach a partner, from this moment on: on its calls, beside its help and under its letters. */
export function setContact(
  context: Context,
  partnerId: Id,
  contact: PartnerContact,
): Outcome<'saved', 'not-found' | ContactFault> {
  if (!mayEditContact(context.actor, partnerId)) return refused('not-found');
  const fault = contactFaults(contact)[0];
  if (fault !== undefined) return refused(fault.fault);
  return context.transact((tx) => {
    writeContact(tx, partnerId, contact);
    return done('saved');
  });
}
