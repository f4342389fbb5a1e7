import { describe, expect, it } from 'vitest';
import { SHEETS_ON_PAGE, sheetPages } from './sheet-pages.ts';

const batch = (count: number) => Array.from({ length: count }, (_, place) => `sheet ${place + 1}`);

describe('putting ballot sheets on pages', () => {
  it.each([
    [1, [1]],
    [8, [8]],
    [9, [8, 1]],
    [16, [8, 8]],
    [500, [...Array.from({ length: 62 }, () => 8), 4]],
  ])('spreads %i over full pages, and the last has the rest', (count, sizes) => {
    expect(sheetPages(batch(count)).map((page) => page.sheets.length)).toEqual(sizes);
  });

  it('loses no sheet, and numbers them as they lie', () => {
    const pages = sheetPages(batch(20));
    expect(pages.flatMap((page) => page.sheets)).toEqual(batch(20));
    expect(pages.map(({ page, first, last }) => [page, first, last])).toEqual([
      [1, 1, SHEETS_ON_PAGE],
      [2, 9, 16],
      [3, 17, 20],
    ]);
  });

  it('makes no page of nothing', () => {
    expect(sheetPages([])).toEqual([]);
  });
});
