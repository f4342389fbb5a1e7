import { parse } from 'csv-parse/sync';

const DELIMITERS = [';', '\t', ','] as const;

/**
 * Reads a table in CSV, whatever its cells are divided by: what stands in its first line decides.
 *
 * @returns its rows, the head first, empty ones left out; null where quotes do not close
 */
export function readTable(text: string): readonly (readonly string[])[] | null {
  const [head = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const delimiter = DELIMITERS.find((sign) => head.includes(sign)) ?? ',';
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true });
  } catch {
    return null;
  }
}
