import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, directionOf, richText } from './rich-text.ts';

const plain = (text: string) => richText('Title', [{ kind: 'plain', text }]);

/** What a program reads: the characters of the last paragraph, codes turned into characters again. */
function read(document: string): string {
  const paragraph = /\\(?:ltrch|rtlch)\S* ([\s\S]*)\\par\}\n\}$/.exec(document)?.[1] ?? '';
  return paragraph
    .replace(/\\u(-?\d+)\?/g, (_, code: string) => String.fromCharCode((Number(code) + 0x10000) % 0x10000))
    .replace(/\\line /g, '\n')
    .replace(/\\tab /g, '\t')
    .replace(/\\([\\{}])/g, '$1');
}

describe('a document for word processors', () => {
  it('begins and ends as one, with every brace closed', () => {
    const kinds = ['title', 'heading', 'subheading', 'plain', 'small', 'point', 'choice'] as const;
    const blocks: Block[] = [...kinds.map((kind) => ({ kind, text: 'a {b} \\c' })), { kind: 'space', lines: 3 }];
    const document = richText('A {title}', blocks);
    expect(document.startsWith('{\\rtf1\\ansi')).toBe(true);
    expect(document.endsWith('}')).toBe(true);
    const braces = document.replace(/\\[\\{}]/g, '');
    expect(braces.split('{').length).toBe(braces.split('}').length);
  });

  it('is seven bits throughout, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        expect(plain(text)).toMatch(/^[\x20-\x7e\n]*$/);
      }),
    );
  });

  it('says what was written: accents, other scripts, emoji, and what means something in the format', () => {
    for (const text of ['Łódź – £3,000', 'ماذا تريد؟', 'ሰላም', '語', '🌍 + 👩🏽‍🌾', 'a {b} \\c \\par', 'é\u0301']) {
      expect(read(plain(text))).toBe(text);
    }
  });

  it('writes code units above 32,767 as negative numbers', () => {
    expect(plain('\u7fff')).toContain('\\u32767?');
    expect(plain('\u8000')).toContain('\\u-32768?');
    expect(plain('\uffff')).toContain('\\u-1?');
  });

  it('keeps lines and tabs, and leaves out control characters', () => {
    expect(read(plain('one\r\ntwo\rthree\nfour\tfive'))).toBe('one\ntwo\nthree\nfour\tfive');
    expect(read(plain('a\u0000b\u001bc\u0085d'))).toBe('abcd');
  });

  it('marks paragraphs that run from right to left', () => {
    expect(plain('ماذا تريد أن تفعل؟')).toContain('\\pard\\plain\\rtlpar\\qr');
    expect(plain('What do you want to do?')).toContain('\\pard\\plain\\ltrpar\\ql');
    expect(richText('', [{ kind: 'heading', text: 'أسئلة' }])).toContain('\\rtlch\\af0\\afs30\\ab ');
  });

  it('takes the direction of a language that was said, whatever letter its words begin with', () => {
    const said = (text: string, language: string) => richText('', [{ kind: 'plain', text, language }]);
    expect(said('Common Pot: أفكار', 'ar')).toContain('\\pard\\plain\\rtlpar\\qr');
    expect(said('أفكار', 'fr')).toContain('\\pard\\plain\\rtlpar\\qr');
    expect(said('Des idées', 'fr')).toContain('\\ltrpar\\ql\\s0\\sa120\\lang1036');
    expect(said('Yue', 'yue')).toContain('\\lang1024');
  });

  it('indents a point on the side where it begins', () => {
    const point = (text: string) => richText('', [{ kind: 'point', text }]);
    expect(point('One')).toContain('\\fi-400\\lin400\\li400');
    expect(point('واحد')).toContain('\\fi-400\\lin400\\ri400');
  });

  it('leaves a box with as many lines as were asked for', () => {
    const lines = (count: number) => richText('', [{ kind: 'space', lines: count }]).split('\\line ').length;
    expect(lines(1)).toBe(1);
    expect(lines(4)).toBe(4);
  });

  it('carries its title as one, whatever is in it', () => {
    expect(richText('Ideas {2026}', [])).toContain('{\\info{\\title Ideas \\{2026\\}}}');
  });
});

describe('the direction of a text', () => {
  it('is that of its first letter', () => {
    expect(directionOf('12 % – שלום, hello')).toBe('rtl');
    expect(directionOf('Hello, שלום')).toBe('ltr');
    expect(directionOf('ܫܠܡܐ')).toBe('rtl');
    expect(directionOf('ދިވެހި')).toBe('rtl');
    expect(directionOf('ߒߞߏ')).toBe('rtl');
    expect(directionOf('12 – 3')).toBe('ltr');
    expect(directionOf('')).toBe('ltr');
  });
});
