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

/** Half the world has an address there: it says nothing about an organisation. */
const PUBLIC_MAIL = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com live.co.uk msn.com yahoo.com yahoo.co.uk icloud.com me.com mac.com aol.com proton.me protonmail.com gmx.com gmx.net mail.com btinternet.com sky.com virginmedia.com talktalk.net web.de yandex.ru mail.ru'.split(
    ' ',
  ),
);

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

/** Letters and digits of a name without accents, in small letters, in no order: "Sørensen, Bo" is "bo sorensen". */
function namePartsOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).toSorted();
}

function isSameName(one: string, other: string): boolean {
  const parts = namePartsOf(one);
  return parts.length > 0 && parts.join(' ') === namePartsOf(other).join(' ');
}

/** One name holds the other ("Bo", "Bo Lind"), or both differ in a letter or two ("Mohamed", "Muhammad"). */
function isLikeName(one: string, other: string): boolean {
  const [fewer, more] = [namePartsOf(one), namePartsOf(other)].toSorted((a, b) => a.length - b.length);
  if (fewer === undefined || more === undefined || fewer.length === 0) return false;
  const near = (part: string) => more.some((candidate) => candidate === part || areNear(part, candidate));
  return fewer.every(near);
}

/** At most one letter in four apart; short names have to be equal. */
function areNear(one: string, other: string): boolean {
  const [shortest, longest] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  return shortest >= 4 && editDistance(one, other) <= Math.floor(longest / 4);
}

/** @source Levenshtein, Binary codes capable of correcting deletions, insertions and reversals (1966) */
function editDistance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [row, letter] of [...one].entries()) {
    const now = [row + 1];
    for (const [column, against] of [...other].entries()) {
      const replaced = (before[column] ?? 0) + (letter === against ? 0 : 1);
      now.push(Math.min(replaced, (before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1));
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}

/** Somebody who writes from the same house. */
function isOfOrganisation(named: Named, person: Known): boolean {
  const house = named.email?.split('@').at(-1) ?? '';
  return house !== '' && !PUBLIC_MAIL.has(house) && house === person.email.split('@').at(-1);
}

/** "Acme Trust" is like acme-trust.example and acmetrust.example. */
function isLikeOrganisation(name: string, email: string): boolean {
  const house = email.split('@').at(-1) ?? '';
  if (PUBLIC_MAIL.has(house)) return false;
  const parts = namePartsOf(name).filter((part) => part.length >= 4);
  return parts.length > 0 && parts.every((part) => house.includes(part));
}
