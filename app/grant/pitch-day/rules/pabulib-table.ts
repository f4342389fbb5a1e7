export type PabulibRow = {
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
};

export type PabulibSection = { readonly columns: readonly string[]; readonly rows: readonly PabulibRow[] };

const SECTIONS = ['META', 'PROJECTS', 'VOTES'];

/**
 * Takes a `.pb` file apart: sections by name, each with the names of its columns and its rows, cells trimmed.
 *
 * @source Pabulib, format description
 */
export function readPabulibSections(text: string): Map<string, PabulibSection> {
  const sections = new Map<string, { columns: readonly string[]; rows: PabulibRow[] }>();
  let current: { columns: readonly string[]; rows: PabulibRow[] } | null = null;
  for (const row of readRows(text.replace(/^\uFEFF/, ''))) {
    const [first = ''] = row.fields;
    if (row.fields.length === 1 && SECTIONS.includes(first.toUpperCase())) {
      current = { columns: [], rows: [] };
      sections.set(first.toUpperCase(), current);
    } else if (current?.columns.length === 0) current.columns = row.fields;
    else if (row.fields.length > 1 || first !== '') current?.rows.push(row);
  }
  return sections;
}

/** Splits at semicolons and line ends outside of quotes; a doubled quote inside quotes is one quote. */
function* readRows(text: string): Generator<PabulibRow> {
  let line = 1;
  for (let from = 0; from < text.length; ) {
    const end = endOfRow(text, from);
    const row = text.slice(from, end).replace(/\r$/, '');
    yield { line, fields: (row.includes('"') ? splitQuoted(row) : row.split(';')).map((field) => field.trim()) };
    line += 1 + (row.includes('\n') ? row.split('\n').length - 1 : 0);
    from = end + 1;
  }
}

/** A line end between quotes belongs to the cell. */
function endOfRow(text: string, from: number): number {
  const plain = text.indexOf('\n', from);
  const end = plain < 0 ? text.length : plain;
  if (!text.slice(from, end).includes('"')) return end;
  let isQuoted = false;
  let isFieldStart = true;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"' && (isQuoted || isFieldStart)) isQuoted = !isQuoted;
    else if (character === '\n' && !isQuoted) return at;
    // After a closing quote a second one reopens the cell: that is how a quote is written inside of quotes.
    isFieldStart = character === ';' || (character === '"' && !isQuoted);
  }
  return text.length;
}

function splitQuoted(row: string): string[] {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < row.length; at += 1) {
    const character = row.charAt(at);
    if (isQuoted && character === '"' && row[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (isQuoted) {
      if (character === '"') isQuoted = false;
      else field += character;
    } else if (character === '"' && field === '') isQuoted = true;
    else if (character === ';') {
      fields.push(field);
      field = '';
    } else field += character;
  }
  return [...fields, field];
}
