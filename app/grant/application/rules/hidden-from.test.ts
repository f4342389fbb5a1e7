import { describe, expect, it } from 'vitest';
import { matchOf } from './hidden-from.ts';

const person = (name: string, email: string | null = null) => ({ kind: 'person' as const, name, email });
const house = (name: string, email: string | null = null) => ({ kind: 'organisation' as const, name, email });
const known = (name: string, email = 'x@harbour.example', formerNames: readonly string[] = []) => ({
  name,
  email,
  formerNames,
});
const bo = known('Bo Sørensen', 'bo@harbour.example');

describe('keeping somebody away who was named', () => {
  it('is certain by the address, whatever the name', () => {
    expect(matchOf(person('My former husband', 'bo@harbour.example'), bo, null)).toBe('same');
    expect(matchOf(person('My former husband', 'bo@other.example'), bo, null)).toBe('other');
  });
  it.each(['Bo Sørensen', 'bo sorensen', 'SØRENSEN, Bo', '  Bo  Sørensen '])(
    'is certain by the same name: %s',
    (name) => {
      expect(matchOf(person(name), bo, null)).toBe('same');
      expect(matchOf(person(name), bo, false)).toBe('same');
    },
  );
  it.each([
    ['Bo', 'Bo Sørensen'],
    ['Bo Sorenson', 'Bo Sørensen'],
    ['Mohamed Ali', 'Muhamed Ali'],
    ['Хадиджа', 'Хадиджа Оспанова'],
  ])('asks staff when a name is like another: %s, %s', (named, name) => {
    expect(matchOf(person(named), known(name), null)).toBe('maybe');
    expect(matchOf(person(named), known(name), true)).toBe('same');
    expect(matchOf(person(named), known(name), false)).toBe('other');
  });
  it.each([
    ['Bo', 'Jo Lind'],
    ['Amina Yusuf', 'Nadia Haile'],
    ['Ann', 'Anna Berg'],
    ['', 'Bo Sørensen'],
    ['!!!', 'Bo Sørensen'],
  ])('leaves others alone: %s, %s', (named, name) => {
    expect(matchOf(person(named), known(name), null)).toBe('other');
  });
  it('goes by every name that somebody ever had', () => {
    const renamed = known('Robert Lind', 'r@harbour.example', ['Bo', 'Bo Sørensen']);
    expect(matchOf(person('Bo Sorensen'), renamed, null)).toBe('same');
    expect(matchOf(person('Sørensen'), renamed, null)).toBe('maybe');
    expect(matchOf(person('Robert Lind'), renamed, null)).toBe('same');
    expect(matchOf(person('Jo Berg'), renamed, null)).toBe('other');
  });
  it('keeps a whole organisation away by the house it writes from', () => {
    expect(matchOf(house('Harbour Trust', 'info@harbour.example'), bo, null)).toBe('same');
    expect(matchOf(house('Harbour'), bo, null)).toBe('maybe');
    expect(matchOf(house('Lighthouse'), bo, null)).toBe('other');
  });
  it('learns nothing from an address that anybody can have', () => {
    const mail = known('Bo', 'bo@gmail.com');
    expect(matchOf(house('Somebody', 'somebody@gmail.com'), mail, null)).toBe('other');
    expect(matchOf(house('Gmail', null), mail, null)).toBe('other');
  });
});
