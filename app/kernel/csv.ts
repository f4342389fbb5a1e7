/**
 * Writes a table of text, the head first. A cell that a spreadsheet would take for a formula gets an apostrophe in
 * front.
 *
 * @source RFC 4180; OWASP, CSV injection
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const defused = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}
