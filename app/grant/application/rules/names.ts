/** Half the world has an address there: it says nothing about an organisation. */
const PUBLIC_MAIL = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com live.co.uk msn.com yahoo.com yahoo.co.uk icloud.com me.com mac.com aol.com proton.me protonmail.com gmx.com gmx.net mail.com btinternet.com sky.com virginmedia.com talktalk.net web.de yandex.ru mail.ru'.split(
    ' ',
  ),
);

/** Whose mailbox an address is; null where it is a public one, or none at all. */
export function houseOf(email: string): string | null {
  const house = email.split('@').at(-1) ?? '';
  return house === '' || PUBLIC_MAIL.has(house) ? null : house;
}

/** Letters and digits of a name without accents, in small letters, in no order: "Sørensen, Bo" is "bo sorensen". */
export function namePartsOf(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).toSorted();
}

/** The same words in any order, whatever their accents and capitals. */
export function isSameName(one: string, other: string): boolean {
  const parts = namePartsOf(one);
  return parts.length > 0 && parts.join(' ') === namePartsOf(other).join(' ');
}

/** One name holds the other ("Bo", "Bo Lind"), or both differ in a letter or two ("Mohamed", "Muhammad"). */
export function isLikeName(one: string, other: string): boolean {
  return areLikeParts(namePartsOf(one), namePartsOf(other));
}

/** The same of names that are in parts already: for comparing many with many. */
export function areLikeParts(one: readonly string[], other: readonly string[]): boolean {
  const [fewer, more] = [one, other].toSorted((a, b) => a.length - b.length);
  if (fewer === undefined || more === undefined || fewer.length === 0) return false;
  const near = (part: string) => more.some((candidate) => candidate === part || areNear(part, candidate));
  return fewer.every(near);
}

/** At most one letter in four apart; short names have to be equal. */
function areNear(one: string, other: string): boolean {
  const [shortest, longest] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  const most = Math.floor(longest / 4);
  return shortest >= 4 && longest - shortest <= most && editDistance(one, other) <= most;
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
