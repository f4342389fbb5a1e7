import { houseOf, isLikeName, isSameName, namePartsOf } from './names.ts';

/** Somebody whom an applicant has named: they must not see the application. */
export type Named = {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  /** Lower case; null where it is not known. */
  readonly email: string | null;
};

export type Known = {
  readonly name: string;
  readonly email: string;
  /** What they were called before: nobody slips past a list by taking another name. */
  readonly formerNames: readonly string[];
};

/** `same` is kept away at once; `maybe` is a question for staff; `other` may read. */
export type Match = 'same' | 'maybe' | 'other';

export const NAMED_MAX = 20;
export const PUBLIC_NAME_MAX = 100;
export const CONTACT_NOTE_MAX = 500;

/**
 * Says whether a person is the one whom an applicant has named. An address or the very same name is certain; a name
 * that is like it is for a human to look at, because people are called differently in different papers.
 *
 * @param answer  what staff said about this pair before; null when nobody has
 */
export function matchOf(named: Named, person: Known, answer: boolean | null): Match {
  if (named.email !== null && named.email === person.email) return 'same';
  const names = [person.name, ...person.formerNames];
  if (named.kind === 'person' && names.some((name) => isSameName(named.name, name))) return 'same';
  if (named.kind === 'organisation' && isOfOrganisation(named, person)) return 'same';
  if (answer !== null) return answer ? 'same' : 'other';
  const isLike =
    named.kind === 'person'
      ? names.some((name) => isLikeName(named.name, name))
      : isLikeOrganisation(named.name, person.email);
  return isLike ? 'maybe' : 'other';
}

/** Somebody who writes from the same house. */
function isOfOrganisation(named: Named, person: Known): boolean {
  const house = named.email === null ? null : houseOf(named.email);
  return house !== null && house === houseOf(person.email);
}

/** "Acme Trust" is like acme-trust.example and acmetrust.example. */
function isLikeOrganisation(name: string, email: string): boolean {
  const house = houseOf(email);
  if (house === null) return false;
  const parts = namePartsOf(name).filter((part) => part.length >= 4);
  return parts.length > 0 && parts.every((part) => house.includes(part));
}
