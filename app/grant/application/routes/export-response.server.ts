import { Readable } from 'node:stream';
import { writeCsv } from '#app/kernel/csv.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { writeWorkbook } from '#app/platform/workbook.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { FILE_COLUMNS } from '../rules/export-row.ts';

type Rows = {
  readonly slug: string;
  readonly timeZone: string;
  readonly questions: readonly string[];
  readonly lines: Iterable<(string | number)[]>;
};

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The file, leaving line by line as fast as it is taken: it begins at once, and is never whole in memory. */
export function exportResponse(format: keyof typeof TYPES, rows: Rows, now: Instant): Response {
  const { fileColumns, sheetName } = wordsIn('en').words.listDesk;
  const head = [...FILE_COLUMNS.map((name) => fileColumns[name]), ...rows.questions];
  const all = function* (): Generator<(string | number)[]> {
    yield head;
    yield* rows.lines;
  };
  const bytes = format === 'csv' ? csv(all()) : writeWorkbook(sheetName, all());
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: rows.timeZone, dateStyle: 'short' }).format(now);
  return new Response(Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream, {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${rows.slug}-applications-${day}.${format}"`,
      'Cache-Control': 'no-store',
    },
  });
}

/** With the mark that tells spreadsheets it is UTF-8: Arabic would be unreadable without. */
function* csv(rows: Iterable<(string | number)[]>): Generator<Buffer> {
  yield Buffer.from('\ufeff');
  for (const row of rows) yield Buffer.from(writeCsv([row.map(String)]));
}
