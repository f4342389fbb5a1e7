/** Two columns of four: as large as a ballot sheet can be when paper is not wasted. */
export const SHEETS_ON_PAGE = 8;

export type SheetPage<Sheet> = {
  readonly sheets: readonly Sheet[];
  /** Counted from 1, for people who look for a missing page. */
  readonly page: number;
  readonly first: number;
  readonly last: number;
};

/** Puts the sheets of a batch on pages, eight on each; only the last page has fewer. */
export function sheetPages<Sheet>(sheets: readonly Sheet[]): SheetPage<Sheet>[] {
  return Array.from({ length: Math.ceil(sheets.length / SHEETS_ON_PAGE) }, (_, index) => {
    const start = index * SHEETS_ON_PAGE;
    const onPage = sheets.slice(start, start + SHEETS_ON_PAGE);
    return { sheets: onPage, page: index + 1, first: start + 1, last: start + onPage.length };
  });
}
