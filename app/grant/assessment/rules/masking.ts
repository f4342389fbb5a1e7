import { formsOf, lettersOf, scriptOf, standsWithin } from './names-in-scripts.ts';

/** What is known to name the people behind an application. */
export type KnownNames = {
  /** Hidden whole and in each of their parts: who is called Amina Osman is called Amina by friends. */
  readonly people: readonly string[];
  /** Hidden whole only: the words of "The Women's Kitchen" are everybody's. */
  readonly groups: readonly string[];
};

/** So short, a part of a name is often a word too: it is hidden only where it is written like a name. */
const SHORT_PART_LETTERS = 2;

/** E-mail addresses, web addresses, @handles and telephone numbers lead to whoever wrote them. */
const LEADS: readonly RegExp[] = [
  /[^\s@<>()[\]]+@[^\s@<>()[\]]+\.[\p{L}]{2,}/gu,
  /(?:https?:\/\/|www\.)[^\s<>()]+/giu,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,}/gu,
  /(?<![\p{L}\p{N}])\+?\p{Nd}(?:[\s().-]?\p{Nd}){8,14}(?![\p{L}\p{N}])/gu,
];

/**
 * A text without the names that are known, and without what leads to them, whatever their case and accents: whole words
 * with what their script writes onto a name ("and Amina" in Arabic, "of Amina" in Ukrainian), and anywhere in scripts
 * that put no spaces between words.
 *
 * @param mask  stands for each thing that was hidden
 */
export function maskNames(text: string, names: KnownNames, mask: string): string {
  const leads = LEADS.reduce((masked, lead) => masked.replaceAll(lead, mask), text);
  const { folded, starts } = fold(leads);
  const hidden = wanted(names).flatMap(({ name, isShort }) =>
    [...folded.matchAll(formsOf(name, isShort))].filter(
      (match) => !isShort || !/\p{Ll}/u.test(leads[starts[match.index] ?? 0] ?? ''),
    ),
  );
  const stretches = hidden
    .map((match) => ({
      from: starts[match.index] ?? 0,
      to: endOf(match.index + match[0].length, starts, leads.length),
    }))
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

/**
 * Whether somebody should read a text for names that may be left: where a name is very short or is also a word, or the
 * text is in a script or a language that writes names in forms nobody has listed, or that none of the names is written in.
 *
 * @param language  of the text, as a BCP 47 tag
 */
export function mayLeaveNames(text: string, { people }: KnownNames, language: string): boolean {
  const parts = partsOf(people);
  const isInOther = /[^\P{L}\p{Script=Latin}\p{Script=Common}]/u.test(text);
  const isLatinUnknown = /\p{Script=Latin}/u.test(text) && !parts.some((part) => scriptOf(part) === 'Latin');
  const isAlsoWord = parts.some((part) => {
    const word = part.toLowerCase();
    return word !== part && new RegExp(`(?<![\\p{L}\\p{M}])${word}(?![\\p{L}\\p{M}])`, 'u').test(text);
  });
  const isShort = parts.some((part) => lettersOf(part) === SHORT_PART_LETTERS);
  return (
    text.trim() !== '' &&
    (isInOther || isLatinUnknown || isAlsoWord || isShort || INFLECTING.has(language.split('-')[0] ?? ''))
  );
}

/** Languages in Latin letters that write endings onto names. */
const INFLECTING: ReadonlySet<string> = new Set(
  'az bs cs et eu fi hr hu ku lt lv pl ro sk sl sq sr tk tr uz'.split(' '),
);

function partsOf(people: readonly string[]): string[] {
  return people.flatMap((name) => name.split(/[^\p{L}\p{M}\p{N}]+/u)).filter((part) => part !== '');
}

/** The longest first, so that a whole name is one mask. */
function wanted({ people, groups }: KnownNames): { name: string; isShort: boolean }[] {
  const whole = [...people, ...groups].map((name) => ({ name, isShort: false }));
  const parts = partsOf(people)
    .filter((part) => lettersOf(part) >= SHORT_PART_LETTERS)
    .map((part) => ({ name: part, isShort: lettersOf(part) === SHORT_PART_LETTERS }))
    // Two letters stand within thousands of words where no space parts them: there somebody has to read.
    .filter(
      ({ name, isShort }) => !isShort || !standsWithin(name) || /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(name),
    );
  const byName = new Map(
    [...parts, ...whole].map(({ name, isShort }) => {
      const { folded } = fold(name.trim());
      return [folded, { name: folded, isShort: isShort && !standsWithin(name) }] as const;
    }),
  );
  return [...byName.values()]
    .filter(({ name }) => /[\p{L}\p{N}]/u.test(name))
    .toSorted((one, other) => other.name.length - one.name.length);
}

/** Up to the end of the letter in which a match ends: a syllable of Korean is several signs. */
function endOf(index: number, starts: readonly number[], length: number): number {
  let end = index;
  while (end < starts.length && starts[end] === starts[end - 1]) end += 1;
  return starts[end] ?? length;
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
