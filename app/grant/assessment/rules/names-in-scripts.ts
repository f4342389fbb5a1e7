/** Scripts that put no space between words, and Korean, which writes what follows onto a name. */
const WITHIN = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'] as const;

/** What a script writes onto a name, as patterns: before it, and in place of its last letters or after it. */
type Onto = {
  readonly before: string;
  /** A word of a name in all its forms. */
  readonly forms: (word: string) => string;
};

const asItIs = (word: string) => word;

/** Endings take the place of a vowel; of a short name only those that are endings for certain. */
const declined = (script: string, vowels: string, last: string) => (word: string) => {
  if (word.length < 4) return word;
  const stem = word.replace(new RegExp(`[${last}]$`, 'u'), '');
  return stem.length < 4 ? `${stem}(?:[${vowels}]\\p{Script=${script}}?)?` : `${stem}\\p{Script=${script}}{0,3}`;
};

/** Whatever is written after three letters and more. */
const lengthened = (script: string) => (word: string) => (word.length < 3 ? word : `${word}\\p{Script=${script}}{0,4}`);

const ONTO: Readonly<Record<string, Onto>> = {
  // The genitive of many languages; an apostrophe ends the word by itself.
  Latin: { before: '', forms: (word) => (word.length < 4 ? word : `${word}s?`) },
  Arabic: { before: '[وفبلك]{0,2}', forms: asItIs },
  Hebrew: { before: '[ובלמהשכ]{0,3}', forms: asItIs },
  Ethiopic: { before: '(?:እነ|ስለ|እንደ|ወደ|[የለበከንብምስ]){0,2}', forms: (word) => `${word}\\p{Script=Ethiopic}{0,3}` },
  Cyrillic: { before: '', forms: declined('Cyrillic', 'аеиоуыэюяьі', 'аеиоуыэюяьі') },
  Greek: { before: '', forms: declined('Greek', 'αεηιουω', 'αεηιουωσς') },
  ...Object.fromEntries(
    ['Armenian', 'Georgian', 'Bengali', 'Tamil', 'Telugu', 'Kannada', 'Malayalam'].map((script) => [
      script,
      { before: '', forms: lengthened(script) },
    ]),
  ),
};

const SCRIPTS: readonly string[] = [...WITHIN, ...Object.keys(ONTO)];

/** The script in which a name is written, as Unicode calls it; null for one that is not among these. */
export function scriptOf(name: string): string | null {
  return SCRIPTS.find((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(name)) ?? null;
}

/** How many letters a part of a name has, without marks. */
export function lettersOf(part: string): number {
  return [...part.normalize('NFC').replace(/\p{M}/gu, '')].length;
}

/** Whether a name is found in the middle of other letters. */
export function standsWithin(name: string): boolean {
  return WITHIN.some((script) => script === scriptOf(name));
}

/**
 * Finds a name, without case and accents as the text is, in the forms its script writes it in. Letters of another script
 * beside it do not hide it.
 *
 * @param isShort  found only as it is: with anything written onto it, it would be any word
 */
export function formsOf(name: string, isShort: boolean): RegExp {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const script = scriptOf(name);
  if (script !== null && standsWithin(name)) return new RegExp(words.join('[^\\p{L}\\p{N}]*'), 'gu');
  const { before, forms } = ONTO[script ?? ''] ?? { before: '', forms: asItIs };
  const isBare = isShort && script !== 'Ethiopic';
  const whole = words.map(isBare ? asItIs : forms).join('[^\\p{L}\\p{N}]+');
  const beside = script === null ? '[\\p{L}\\p{N}]' : `[\\p{N}\\p{Script=${script}}]`;
  return new RegExp(`(?<!${beside})${isBare ? '' : before}${whole}(?!${beside})`, 'gu');
}
