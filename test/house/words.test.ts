import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { SPOKEN } from '#app/kernel/languages.ts';
import { en } from '#app/words/en/index.ts';
import { wordsOf } from '#app/words/spoken.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
/** The kinds of element in a parsed message. */
const [LITERAL, ARGUMENT, SELECT, PLURAL, POUND] = [0, 1, 5, 6, 7];
const WORDS_MAX = 25;

const messages = [...leaves(en, '')];

function* leaves(node: unknown, name: string): Generator<{ name: string; message: string }> {
  if (typeof node === 'string') yield { name, message: node };
  else if (typeof node === 'object' && node !== null) {
    for (const [key, child] of Object.entries(node)) yield* leaves(child, name === '' ? key : `${name}.${key}`);
  }
}

function parse(message: string): Element[] {
  return new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
}

/** Every element, those inside of plurals too. */
function elementsOf(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => [element, ...branchesOf(element).flatMap(elementsOf)]);
}

function branchesOf(element: Element): Element[][] {
  return 'options' in element ? Object.values(element.options).map(({ value }) => value) : [];
}

/** The message as it is read, with one word for each value and the longest branch of each choice. */
function asRead(elements: readonly Element[]): string {
  return elements
    .map((element) => {
      if (element.type === LITERAL) return (element as { value: string }).value;
      const branches = branchesOf(element).map(asRead);
      if (branches.length === 0) return 'value';
      return branches.reduce((longest, branch) => (branch.length > longest.length ? branch : longest), '');
    })
    .join('');
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?:…])\s+|\n+/).filter((sentence) => sentence.trim() !== '');
}

const wordsIn = (sentence: string) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

describe('every sentence a person reads', () => {
  it('is a message that can be parsed', () => {
    const broken = messages.filter(({ message }) => {
      try {
        parse(message);
        return false;
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });

  it('asks for plain values, choices and plurals only: how a value is written is not in the message', () => {
    const known = new Set<number>([LITERAL, ARGUMENT, SELECT, PLURAL, POUND]);
    const strange = messages.filter(({ message }) => elementsOf(parse(message)).some(({ type }) => !known.has(type)));
    expect(strange).toEqual([]);
  });

  it(`has at most ${WORDS_MAX} words`, () => {
    const long = messages.flatMap(({ name, message }) =>
      sentencesOf(asRead(parse(message)))
        .filter((sentence) => wordsIn(sentence) > WORDS_MAX)
        .map((sentence) => `${name} (${wordsIn(sentence)}): ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it('writes its words out', () => {
    const short = /\b(?:e\.g\.|i\.e\.|etc\.?)(?=\s|$)|n['’]t\b/i;
    expect(messages.filter(({ message }) => short.test(message))).toEqual([]);
  });

  it('has no space at its ends', () => {
    expect(messages.filter(({ message }) => message !== message.trim())).toEqual([]);
  });
});

describe.each(SPOKEN.filter((language) => language !== 'en'))('every sentence in %s', (language) => {
  const theirs = [...leaves(wordsOf(language), '')];
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();

  it('has a form for every number that the language tells apart', () => {
    const lacking = theirs.flatMap(({ name, message }) =>
      elementsOf(parse(message))
        .filter(({ type }) => type === PLURAL)
        .map((element) => ('options' in element ? Object.keys(element.options) : []))
        .map((forms) => pluralCategories.filter((category) => !forms.includes(category)))
        .filter((missing) => missing.length > 0 && isTranslated(name))
        .map((missing) => `${name}: ${missing.join(', ')}`),
    );
    expect(lacking).toEqual([]);
  });

  it('has no space at its ends', () => {
    expect(theirs.filter(({ message }) => message !== message.trim())).toEqual([]);
  });

  /** What a desk reads is the English sentence itself. */
  function isTranslated(name: string): boolean {
    const english = new Map(messages.map((known) => [known.name, known.message]));
    return english.get(name) !== theirs.find((known) => known.name === name)?.message;
  }
});
