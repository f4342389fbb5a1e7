import { type Actor, hasDuty } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import { readPhone } from './phone.ts';

/** How to reach an awarding partner. Everything but the e-mail address may be empty. */
export type PartnerContact = {
  readonly email: string;
  /** As people write and dial it: "024 7601 0123". */
  readonly phone: string;
  /** When somebody answers, in words. */
  readonly phoneHours: string;
  /** BCP 47 tags of the languages in which one can call. */
  readonly phoneLanguages: readonly string[];
  /** Where one can come by, and when, in words. */
  readonly place: string;
};

export type ContactFault = 'phone-malformed' | 'hours-without-phone' | 'languages-without-phone';

/** Only a manager of the partner says how to reach it. */
export function mayEditContact(actor: Actor | null, partnerId: Id): boolean {
  return hasDuty(actor, 'manager', partnerId);
}

/** What would send somebody to a telephone that does not ring; one fault a field, in the order of the form. */
export function contactFaults(contact: PartnerContact): { field: keyof PartnerContact; fault: ContactFault }[] {
  if (contact.phone !== '') return readPhone(contact.phone).ok ? [] : [{ field: 'phone', fault: 'phone-malformed' }];
  return [
    ...(contact.phoneHours === '' ? [] : [{ field: 'phoneHours', fault: 'hours-without-phone' } as const]),
    ...(contact.phoneLanguages.length === 0
      ? []
      : [{ field: 'phoneLanguages', fault: 'languages-without-phone' } as const]),
  ];
}

/** What a telephone dials: "tel:+442476010123"; null where there is no number. */
export function dialled(phone: string): string | null {
  const read = readPhone(phone);
  return read.ok ? `tel:${read.value}` : null;
}
