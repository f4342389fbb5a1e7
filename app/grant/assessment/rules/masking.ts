/** What is known to name the people behind an application. */
export type KnownNames = {
  /** Hidden whole and in each of their parts: who is called Amina Osman is called Amina by friends. */
  readonly people: readonly string[];
  /** Hidden whole only: the words of "The Women's Kitchen" are everybody's. */
  readonly groups: readonly string[];
};

/** Shorter parts of names are initials and particles, which would hide half of every sentence. */
const NAME_PART_LETTERS_MIN = 3;

/** E-mail addresses, web addresses, @handles and telephone numbers lead to whoever wrote them. */
const LEADS: readonly RegExp[] = [
  /[^\s@<>()[\]]+@[^\s@<>()[\]]+\.[\p{L}]{2,}/gu,
  /(?:https?:\/\/|www\.)[^\s<>()]+/giu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,}/gu,
  /(?<![\p{L}\p{N}])\+?\p{Nd}(?:[\s().-]?\p{Nd}){8,14}(?![\p{L}\p{N}])/gu,
];

/**
 * A text without the names that are known, and without what leads to them: whole words, whatever their case and
 * accents. Arabic letters that are written onto a name ("and Amina") go with it.
 *
 * @param mask  stands for each thing that was hidden
 */
export function maskNames(text: string, names: KnownNames, mask: string): string {
  const leads = LEADS.reduce((masked, lead) => masked.replaceAll(lead, mask), text);
  const { folded, starts } = fold(leads);
  const hidden = wanted(names).flatMap((name) => [...folded.matchAll(pattern(name))]);
  const stretches = hidden
    .map((match) => ({ from: starts[match.index] ?? 0, to: starts[match.index + match[0].length] ?? leads.length }))
    .toSorted((one, other) => one.from - other.from || other.to - one.to);
  let masked = '';
  let at = 0;
  for (const { from, to } of stretches) {
    if (from < at) continue;
    masked += leads.slice(at, from) + mask;
    at = to;
  }
  return masked + leads.slice(at);
}

/** The longest first, so that a whole name is one mask. */
function wanted({ people, groups }: KnownNames): string[] {
  const parts = people.flatMap((name) => name.split(/[^\p{L}\p{M}\p{N}]+/u));
  const names = [...people, ...groups, ...parts.filter((part) => [...part].length >= NAME_PART_LETTERS_MIN)]
    .map((name) => fold(name.trim()).folded)
    .filter((name) => /[\p{L}\p{N}]/u.test(name));
  return [...new Set(names)].toSorted((one, other) => other.length - one.length);
}

function pattern(name: string): RegExp {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const attached = /\p{Script=Arabic}/u.test(name) ? '[وفبلك]?' : '';
  return new RegExp(`(?<![\\p{L}\\p{N}])${attached}${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`, 'gu');
}

/** Without case and accents, and for each character where it began in the text. */
function fold(text: string): { folded: string; starts: readonly number[] } {
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) starts.push(at);
    folded += plain;
    at += character.length;
  }
  return { folded, starts };
}
