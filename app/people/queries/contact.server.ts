import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { dialled, mayEditContact, type PartnerContact } from '../rules/contact.ts';
import { findPartner, type Partner } from '../store.server.ts';

/** How to reach a partner as pages show it: with whose it is, and what a telephone dials. */
export type ShownContact = PartnerContact & { readonly partnerName: string; readonly dial: string | null };

/** How anybody reaches the partner of a call: it is public. */
export function contactOf(context: Pick<Context, 'db'>, partnerId: Id): ShownContact | null {
  const partner = findPartner(context.db, partnerId);
  return partner === null ? null : shownContact(partner);
}

function shownContact({ name, email, phone, phoneHours, phoneLanguages, place }: Partner): ShownContact {
  return { partnerName: name, email, phone, phoneHours, phoneLanguages, place, dial: dialled(phone) };
}

/** The same, for a manager who may change it; null for everybody else. */
export function contactToEdit(context: Context, partnerId: Id): ShownContact | null {
  return mayEditContact(context.actor, partnerId) ? contactOf(context, partnerId) : null;
}

/**
 * Who signs a letter and how to reach them, in the reader's language: lines for its foot.
 *
 * @param sender  what stands there instead of the bare name, e.g. "The panel of Common Ground"
 */
export function letterFoot(context: Pick<Context, 'db'>, partnerId: Id, reader: string, sender?: string): string {
  const contact = contactOf(context, partnerId);
  if (contact === null) return sender ?? '';
  const { words, language, list } = wordsIn(reader);
  const { reach } = words;
  const { partnerName, phone, phoneHours, phoneLanguages, email } = contact;
  const languages = list(phoneLanguages.map(languageName));
  return [
    sender ?? partnerName,
    ...(phone === '' ? [] : [say(language, reach.footPhone, { phone })]),
    ...(phoneHours === '' ? [] : [phoneHours]),
    ...(languages === '' ? [] : [say(language, reach.footLanguages, { languages })]),
    ...(email === '' ? [] : [say(language, reach.footEmail, { email })]),
  ].join('\n');
}
