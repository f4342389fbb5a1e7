import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Currency } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { readTable } from '#app/platform/read-table.server.ts';
import { readXml } from '#app/platform/read-xml.server.ts';
import { knownPayments } from '../queries/known-payments.server.ts';
import { sealLine } from '../queries/sealed-lines.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import { readCamt053 } from '../rules/statement/camt-053.ts';
import { type CsvFault, type CsvMapping, readCsvStatement } from '../rules/statement/csv-statement.ts';
import { meaningOf } from '../rules/statement/matching.ts';
import { readMt940 } from '../rules/statement/mt940.ts';
import { lineKeys, type Statement, type StatementLine } from '../rules/statement/statement.ts';
import { hasImported, type ImportRow, insertImport, insertLine, type LineRow } from '../store/statements.server.ts';
import { settleByLine } from './settle-by-line.server.ts';

export type StatementFile = { readonly name: string; readonly text: string };

export type ImportRefusal = CsvFault | 'not-found' | 'already-imported' | 'columns-wanted';

export type Imported = {
  /** New ones; `known` have come before, in another file. */
  readonly lines: number;
  readonly known: number;
  /** Payments that were written down as paid. */
  readonly settled: number;
  /** Lines that somebody must look at. */
  readonly open: number;
};

type Read = { readonly format: ImportRow['format']; readonly statements: readonly Statement[] };

/**
 * Reads a file from the bank and settles what it shows without doubt; everything else becomes a work list. All of the file or
 * nothing is taken, and the same file once; a line that another file has brought already is left as it is.
 *
 * @param table  for a bank's own table: where it says what, and in which currency
 */
export function importStatement(
  context: Context,
  partnerId: Id,
  file: StatementFile,
  table: { readonly mapping: CsvMapping; readonly currency: Currency } | null = null,
): Outcome<Imported, ImportRefusal> {
  const { actor } = context;
  if (actor === null || !mayKeepBooks(actor, { partnerId })) return refused('not-found');
  const read = readFile(file.text, table);
  if (!read.ok) return read;
  return context.transact((tx) => {
    const total = { lines: 0, known: 0, settled: 0, open: 0 };
    for (const [place, statement] of read.value.statements.entries()) {
      const fileHash = sha256Hex(JSON.stringify([file.text, place]));
      if (hasImported(tx, partnerId, fileHash)) return refused('already-imported');
      const importId = context.newId();
      insertImport(tx, {
        ...{ id: importId, partnerId, format: read.value.format, fileName: file.name, fileHash },
        ...accountOf(context, statement),
        ...daysOf(statement),
        currency: statement.currency,
        openingMinor: statement.openingMinor,
        closingMinor: statement.closingMinor,
        linesCount: statement.lines.length,
        importedAt: context.now,
        importedBy: actor.personId,
      });
      // A line that moves nothing tells nothing.
      const lines = statement.lines.filter(({ amountMinor }) => amountMinor !== 0);
      const rows = newLines(tx, context, { importId, partnerId, statement: { ...statement, lines } });
      total.known += lines.length - rows.length;
      total.lines += rows.length;
      let known = knownPayments(context, partnerId, statement.currency);
      for (const [row, line] of rows) {
        const meaning = meaningOf(line, known);
        const settled = meaning.kind === 'settles' ? settleByLine(context, row, line, meaning.payoutIds, null) : null;
        if (settled?.ok) {
          total.settled += settled.value.settled;
          known = knownPayments(context, partnerId, statement.currency);
        } else total.open += 1;
      }
    }
    return done(total);
  });
}

function readFile(
  text: string,
  table: { readonly mapping: CsvMapping; readonly currency: Currency } | null,
): Outcome<Read, CsvFault | 'columns-wanted'> {
  const begins = text.replace(/^\uFEFF/, '').trimStart();
  if (begins.startsWith('<')) {
    const root = readXml(text);
    if (root === null) return refused('unreadable');
    const read = readCamt053(root);
    return read.ok ? done({ format: 'camt.053', statements: read.value }) : read;
  }
  if (/^(?:\{\d:|:20:)/.test(begins)) {
    const read = readMt940(text);
    return read.ok ? done({ format: 'mt940', statements: read.value }) : read;
  }
  if (table === null) return refused('columns-wanted');
  const rows = readTable(text);
  if (rows === null) return refused('unreadable');
  const read = readCsvStatement(rows, table.mapping, table.currency);
  return read.ok ? done({ format: 'csv', statements: [read.value] }) : read;
}

function newLines(
  tx: Tx,
  context: Context,
  at: { importId: Id; partnerId: Id; statement: Statement },
): (readonly [LineRow, StatementLine])[] {
  const { importId, partnerId, statement } = at;
  const keys = lineKeys(statement.lines);
  return statement.lines.flatMap((line, place) => {
    const key = JSON.stringify([partnerId, statement.account, statement.currency, keys[place]]);
    const row: LineRow = {
      ...{ id: context.newId(), importId, partnerId, keyHash: context.secrets.keyedHash(key, 'statement-line') },
      ...{ bookedOn: line.bookedOn, amountMinor: line.amountMinor, currency: statement.currency },
      ...{ sealed: sealLine(context, line), state: 'open', note: '', decidedAt: null, decidedBy: null },
    };
    return insertLine(tx, row) ? [[row, line] as const] : [];
  });
}

function accountOf({ secrets }: Context, { account }: Statement): Pick<ImportRow, 'accountHash' | 'accountEnding'> {
  if (account === null) return { accountHash: '', accountEnding: '' };
  const bare = account.replace(/\s/g, '').toUpperCase();
  return { accountHash: secrets.keyedHash(bare, 'statement-account'), accountEnding: bare.slice(-4) };
}

function daysOf({ lines }: Statement): Pick<ImportRow, 'firstDay' | 'lastDay'> {
  const days = lines.map(({ bookedOn }) => bookedOn).toSorted();
  return { firstDay: days[0] ?? '', lastDay: days.at(-1) ?? '' };
}
