import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';

/** What somebody says about themselves: sealed in the database. */
export type PartyDetails = {
  readonly name: string;
  /** As typed, without spaces around it; null for somebody who left a telephone number only. */
  readonly email: string | null;
  /** In E.164. */
  readonly phone: string | null;
  readonly food: string;
  readonly toKnow: string;
};

type Keys = Pick<Context, 'secrets'>;
const SEALED_FOR = 'party-details';

/** As the database keeps it. */
export function sealDetails({ secrets }: Keys, details: PartyDetails): string {
  return secrets.seal(JSON.stringify(details), SEALED_FOR);
}

/** What was sealed. */
export function detailsOf({ secrets }: Keys, party: { readonly sealed: string }): PartyDetails {
  return JSON.parse(secrets.open(party.sealed, SEALED_FOR));
}

/** One contact, one party: an e-mail address without its case, or a telephone number in E.164. */
export function contactHash({ secrets }: Keys, { email, phone }: Pick<PartyDetails, 'email' | 'phone'>): string {
  return secrets.keyedHash(email === null ? `phone ${phone}` : `email ${email.toLowerCase()}`, 'party-contact');
}

/**
 * The secret in the links of a party: made from the portal's key, so that every letter can have the same link and
 * the database has only a hash.
 */
export function partyKey({ secrets }: Keys, partyId: Id): string {
  return secrets.keyedHash(partyId, 'party-key').slice(0, 40);
}

/** What is kept of a key: a copy of the database opens nobody's page. */
export function partyKeyHash({ secrets }: Keys, key: string): string {
  return secrets.keyedHash(key, 'party-key-hash');
}
