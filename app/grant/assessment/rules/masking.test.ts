import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskNames } from './masking.ts';

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
