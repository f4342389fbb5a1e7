import { type ZipEntry, zipped } from './zip.server.ts';

/** A number stays a number, to be added up; any other text is text, and never a formula. */
export type Cell = string | number;

/** What a cell of a spreadsheet holds at most; programs refuse a file with more. */
const CELL_CHARACTERS_MAX = 32_767;
const CUT = '… [cut]';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes a workbook of one sheet as it is read: however many rows, only a few are in memory.
 *
 * @param rows  the head first; every cell is written as text or as a number, so that nothing in it is computed
 * @source      ECMA-376 part 1, §18.3 (SpreadsheetML), inline strings
 */
export function writeWorkbook(sheetName: string, rows: Iterable<readonly Cell[]>): AsyncGenerator<Buffer> {
  return zipped(partsOf(sheetName, rows));
}

function partsOf(sheetName: string, rows: Iterable<readonly Cell[]>): ZipEntry[] {
  return [
    {
      name: '[Content_Types].xml',
      text: [
        `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>`,
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
      ],
    },
    {
      name: '_rels/.rels',
      text: [relations(`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`)],
    },
    {
      name: 'xl/workbook.xml',
      text: [
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`,
        `<sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [relations(`<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>`)],
    },
    { name: 'xl/worksheets/sheet1.xml', text: sheet(rows) },
  ];
}

function relations(inside: string): string {
  return `${HEAD}<Relationships xmlns="${RELATIONS}">${inside}</Relationships>`;
}

/** The head stays in sight while somebody scrolls. */
function* sheet(rows: Iterable<readonly Cell[]>): Generator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`;
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>';
  for (const cells of rows) yield `<row>${cells.map(cell).join('')}</row>`;
  yield '</sheetData></worksheet>';
}

function cell(value: Cell): string {
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  if (value === '') return '<c/>';
  const whole = value.length <= CELL_CHARACTERS_MAX;
  const text = whole ? value : `${value.slice(0, CELL_CHARACTERS_MAX - CUT.length)}${CUT}`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** What XML cannot hold at all is left out: control characters, and halves of a character that was cut. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
