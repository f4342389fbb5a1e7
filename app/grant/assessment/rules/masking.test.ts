import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskNames, mayLeaveNames } from './masking.ts';

const amina = { people: ['Amina Osman'], groups: ['The Kitchen Table'] };
const hide = (text: string, names = amina) => maskNames(text, names, '[name]');

describe('hiding names', () => {
  it('hides a whole name once, and each part of it', () => {
    expect(hide('I am Amina Osman. Amina cooks; Mrs Osman sings.')).toBe(
      'I am [name]. [name] cooks; Mrs [name] sings.',
    );
  });
  it('hides the name of a group as it is called, and leaves its words to everybody', () => {
    expect(hide('The Kitchen Table meets at a kitchen table.')).toBe('[name] meets at a kitchen table.');
  });
  it('does not mind case, accents, marks and how the parts are joined', () => {
    const zoe = { people: ['Zoë Nuñez-Díaz'], groups: [] };
    expect(hide('ZOE NUNEZ DIAZ and zoë’s aunt', zoe)).toBe('[name] and [name]’s aunt');
    expect(hide('Zoe\u0308 came.', zoe)).toBe('[name] came.');
  });
  it('hides whole words only, and no initials', () => {
    expect(hide('Laminated ottomans')).toBe('Laminated ottomans');
    expect(hide('A day in May', { people: ['A. Maynard'], groups: [] })).toBe('A day in May');
  });
  it('hides an Arabic name with what is written onto it, however its alef is written', () => {
    const names = { people: ['أمينة عثمان'], groups: [] };
    expect(hide('جاءت أمينة وأمينة وامينة ثم بعثمان', names)).toBe('جاءت [name] [name] [name] ثم [name]');
  });
  it.each([
    ['Chinese', '王芳', '我是王芳。王芳做饭。', '我是[name]。[name]做饭。'],
    ['Thai', 'สมชาย', 'ชื่อสมชายครับ', 'ชื่อ[name]ครับ'],
    ['Korean', '민수', '저는 민수는 민수가', '저는 [name]는 [name]가'],
    ['Amharic', 'አሚና', 'የአሚና ቤት፣ አሚናን እና ለአሚና', '[name] ቤት፣ [name] እና [name]'],
    ['Hebrew', 'אמינה', 'של אמינה ולאמינה', 'של [name] [name]'],
    ['Ukrainian', 'Аміна', 'Ми з Аміною, Аміні; амінокислота', 'Ми з [name], [name]; амінокислота'],
    ['Ukrainian, where it is short', 'Віра', 'Віру, Вірою, вірш', '[name], [name], вірш'],
    ['Tamil', 'அமினா', 'அமினாவுக்கு நன்றி', '[name] நன்றி'],
    ['German', 'Amina', 'Aminas Küche, laminiert', '[name] Küche, laminiert'],
    ['Chinese, in other letters', 'Amina Osman', '我是Amina，', '我是[name]，'],
  ])('hides a name as %s writes it', (_language, name, text, masked) => {
    expect(hide(text, { people: [name], groups: [] })).toBe(masked);
  });
  it('hides a part of two letters where it is written like a name', () => {
    const names = { people: ['Bo Li'], groups: [] };
    expect(hide('I am Li, a list. Bo’s bo-tree', names)).toBe('I am [name], a list. [name]’s bo-tree');
  });
  it('hides what leads to somebody: addresses, handles and telephone numbers', () => {
    expect(
      hide('Write to kitchen@example.org, see https://kitchen.example/us or @kitchen_table, ring 024 7683 1234.'),
    ).toBe('Write to [name], see [name] or [name], ring [name].');
  });
  it('leaves amounts, years and counts', () => {
    expect(hide('In 2024 we fed 1,200 people for 3 500 pounds.')).toBe('In 2024 we fed 1,200 people for 3 500 pounds.');
  });
  it('leaves a text alone where nothing is known', () => {
    expect(hide('Amina cooks.', { people: ['', ' . '], groups: [''] })).toBe('Amina cooks.');
  });
  it('leaves no known part behind, whatever stands around it', () => {
    const around = fc.string({ unit: fc.constantFrom(' ', '.', '’', '\n', 'é', 'x', '٣', '🙂') });
    fc.assert(
      fc.property(around, around, (before, after) => {
        const masked = hide(`${before} Osman ${after}`);
        expect(masked).toBe(`${before} [name] ${after}`);
      }),
    );
  });
});

describe('a text that a person should read', () => {
  const unsure = (text: string, name = 'Amina Osman', language = 'en') =>
    mayLeaveNames(text, { people: [name], groups: [] }, language);

  it.each([
    ['a part of a name is very short', 'I am Li.', 'Bo Lindqvist', 'en'],
    ['a name is also a word', 'We hope.', 'Hope Osman', 'en'],
    ['it is in a script that none of the names is written in', 'نحن نطبخ', 'Amina Osman', 'ar'],
    ['it is in Latin letters, and the names are not', 'We cook.', 'أمينة عثمان', 'en'],
    ['its language writes endings onto names', 'Gotujemy z Aminą.', 'Amina Osman', 'pl'],
  ])('is one where %s', (_why, text, name, language) => {
    expect(unsure(text, name, language)).toBe(true);
  });
  it('is none where every name is long and written like a name', () => {
    expect([unsure('Amina cooks on Fridays.'), unsure('  ', 'Bo Li')]).toEqual([false, false]);
  });
});
