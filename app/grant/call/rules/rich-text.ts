import { directionOf as directionOfLanguage } from '#app/kernel/languages.ts';

/** A paragraph of a document, or an empty box to write in. */
export type Block =
  | {
      readonly kind: 'title' | 'heading' | 'subheading' | 'plain' | 'small' | 'point' | 'choice';
      readonly text: string;
      /** BCP 47 tag; English when not said. */
      readonly language?: string;
    }
  | { readonly kind: 'space'; readonly lines: number };

/**
 * Writes a document in Rich Text Format: it opens in Word, in LibreOffice and on phones, and a box grows with what
 * is written into it.
 *
 * Every paragraph runs in the direction of its language, or else of its own first letter, as on the page.
 *
 * @param title  what the program shows as the name of the document
 * @source       Microsoft, Rich Text Format Specification 1.9.1; Windows language identifiers, [MS-LCID]
 */
export function richText(title: string, blocks: readonly Block[]): string {
  return [
    `{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0\\deflang${WINDOWS_LANGUAGES.en}`,
    '{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}}',
    '{\\stylesheet{\\s0\\fs24 Normal;}{\\s1\\outlinelevel0\\b\\fs40 heading 1;}{\\s2\\outlinelevel1\\b\\fs30 heading 2;}' +
      '{\\s3\\outlinelevel2\\b\\fs26 heading 3;}}',
    `{\\info{\\title ${escaped(title)}}}`,
    // A4 with margins of 2 cm, in twentieths of a point.
    '\\paperw11906\\paperh16838\\margl1134\\margr1134\\margt1134\\margb1134',
    ...blocks.map(written),
    '}',
  ].join('\n');
}

/** What the format calls a language; one it has no number for is read as text of no language. */
const WINDOWS_LANGUAGES: Readonly<Record<string, number>> & { readonly en: number } = {
  en: 2057,
  am: 1118,
  ar: 1025,
  bn: 2117,
  ckb: 1170,
  es: 3082,
  fa: 1065,
  fr: 1036,
  gu: 1095,
  pa: 1094,
  pl: 1045,
  ps: 1123,
  pt: 2070,
  ro: 1048,
  so: 1143,
  sq: 1052,
  ta: 1097,
  ti: 2163,
  uk: 1058,
  ur: 1056,
  'zh-Hans': 2052,
};
const NO_LANGUAGE = 1024;

/** Spacing in twentieths of a point, size in half points. */
const STYLES = {
  title: { paragraph: '\\s1\\sb0\\sa120\\keepn\\outlinelevel0', size: 40, isBold: true },
  heading: { paragraph: '\\s2\\sb360\\sa120\\keepn\\outlinelevel1', size: 30, isBold: true },
  subheading: { paragraph: '\\s3\\sb240\\sa60\\keepn\\outlinelevel2', size: 26, isBold: true },
  plain: { paragraph: '\\s0\\sa120', size: 24, isBold: false },
  small: { paragraph: '\\s0\\sa80\\keepn', size: 22, isBold: false },
  point: { paragraph: '\\s0\\sa60', size: 24, isBold: false },
  choice: { paragraph: '\\s0\\sa60', size: 24, isBold: false },
} as const;

/** Before the words of a point or of a choice, which somebody may tick on paper. */
const MARKS = { point: '\u2022', choice: '\u2610' } as const;

function written(block: Block): string {
  if (block.kind === 'space') return box(block.lines);
  const { kind, text, language = 'en' } = block;
  const isRtl = directionOfLanguage(language) === 'rtl' || directionOf(text) === 'rtl';
  const direction = isRtl ? '\\rtlpar\\qr' : '\\ltrpar\\ql';
  const hangs = kind === 'point' || kind === 'choice';
  const mark = hangs ? `${escaped(MARKS[kind])}\\tab ` : '';
  // A hanging indent lies on the side where the paragraph begins: \lin means that side, \li and \ri are for old programs.
  const indent = hangs ? `\\fi-400\\lin400\\${isRtl ? 'ri' : 'li'}400\\tx400` : '';
  const { paragraph, size, isBold } = STYLES[kind];
  // Scripts that run from right to left have a font, a size and a weight of their own.
  const look = isRtl
    ? `\\rtlch\\af0\\afs${size}${isBold ? '\\ab' : ''}`
    : `\\ltrch\\f0\\fs${size}${isBold ? '\\b' : ''}`;
  const lang = `\\lang${WINDOWS_LANGUAGES[language] ?? NO_LANGUAGE}`;
  return `{\\pard\\plain${direction}${indent}${paragraph}${lang}${look} ${mark}${escaped(text)}\\par}`;
}

/** Between the margins. */
const BOX_TWIPS = 9638;

/** A table of one cell, which a program makes higher as somebody writes. */
function box(lines: number): string {
  const border = (side: string) => `\\clbrdr${side}\\brdrs\\brdrw10`;
  const empty = '\\line '.repeat(Math.max(0, lines - 1));
  return [
    `{\\trowd\\trgaph108\\trkeep${['t', 'l', 'b', 'r'].map(border).join('')}\\cellx${BOX_TWIPS}`,
    `\\pard\\plain\\intbl\\s0\\fs24\\f0 ${empty}\\cell\\row}`,
    '{\\pard\\plain\\s0\\fs12\\par}',
  ].join('\n');
}

/** Text as RTF takes it: seven bits, everything else as a signed 16-bit code with a question mark for old programs. */
function escaped(text: string): string {
  let result = '';
  for (const unit of text.replace(/\r\n?/g, '\n').split('')) {
    const code = unit.charCodeAt(0);
    if (unit === '\n') result += '\\line ';
    else if (unit === '\t') result += '\\tab ';
    else if (unit === '\\' || unit === '{' || unit === '}') result += `\\${unit}`;
    else if (code >= 0x20 && code < 0x7f) result += unit;
    else if (code > 0x9f) result += `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
    // What is left are control characters, which no program shows.
  }
  return result;
}

const RTL_LETTER =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** The direction of the first letter, as `dir="auto"` has it; a text without letters runs left to right. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && RTL_LETTER.test(first) ? 'rtl' : 'ltr';
}
