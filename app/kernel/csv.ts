/**
 * Writes a table of text, the head first. What a spreadsheet would take for a formula gets an apostrophe in
 * front.
 *
 * @source RFC 4180; OWASP, CSV injection
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** Signs that begin a formula, also in the width that Chinese and Japanese keyboards type. */
const SIGN = '[=+\\-@\uff1d\uff0b\uff0d\uff20]';
/** At the beginning, or after what some countries' spreadsheets take for the end of a cell, quoted or not. */
const FORMULA = new RegExp(`(^\\s*|[;\\t\\r\\n][^\\S\\r\\n]*)(?=${SIGN})|^(?=[\\t\\r\\n])`, 'g');

/** An amount with its minus runs nothing, and with an apostrophe nobody could add it up. */
const NUMBER = /^-?\d+(\.\d+)?$/;

function cell(text: string): string {
  if (NUMBER.test(text)) return text;
  const defused = text.replace(FORMULA, "$1'");
  return /[",;\t\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
