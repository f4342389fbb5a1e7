import writeWorkbook, { type Cell } from 'write-excel-file/node';
import { writeCsv } from '#app/kernel/csv.ts';
import type { Id } from '#app/kernel/id.ts';
import { currencyExponent, decimalAmount, type Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { journalOf } from './month-journal.server.ts';
import { type MonthStatement, monthStatement } from './month-statement.server.ts';

/** A cell of text, or an amount in minor units. */
type Value = string | { readonly minor: Minor };
type Sheet = { readonly name: string; readonly head: readonly string[]; readonly rows: readonly (readonly Value[])[] };

const { months } = wordsIn('en').words;

/** Every entry of a month as CSV; null where there is no such month for this reader. */
export function monthJournal(context: Context, callId: Id, month: string): Response | null {
  const statement = monthStatement(context, callId, month);
  if (statement === null) return null;
  const { head, rows } = journalSheet(context, statement);
  const { currency } = statement.call;
  const text = (value: Value) => (typeof value === 'string' ? value : decimalAmount(value.minor, currency));
  const table = writeCsv([head, ...rows.map((row) => row.map(text))]);
  return download(table, 'text/csv; charset=utf-8', `${month}.csv`);
}

/** The whole month as a workbook; null where there is no such month for this reader. */
export async function monthWorkbook(context: Context, callId: Id, month: string): Promise<Response | null> {
  const statement = monthStatement(context, callId, month);
  if (statement === null) return null;
  const exponent = currencyExponent(statement.call.currency);
  const cell = (value: Value): Cell =>
    typeof value === 'string'
      ? { value, type: String }
      : { value: value.minor / 10 ** exponent, type: Number, format: numberFormat(exponent) };
  const sheets = [...statementSheets(statement), journalSheet(context, statement)];
  const bytes = await writeWorkbook(
    sheets.map(({ name, head, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: head.map(() => ({ width: 22 })),
      data: [
        head.map((title): Cell => ({ value: title, type: String, fontWeight: 'bold' })),
        ...rows.map((row) => row.map(cell)),
      ],
    })),
  ).toBuffer();
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return download(new Uint8Array(bytes), type, `${month}.xlsx`);
}

function numberFormat(exponent: number): string {
  return exponent === 0 ? '#,##0' : `#,##0.${'0'.repeat(exponent)}`;
}

function statementSheets({ balance, awards, received }: MonthStatement): Sheet[] {
  return [
    {
      name: months.balanceTitle,
      head: [months.account, months.opening, months.in, months.out, months.closing],
      rows: balance.rows.map((row) => [
        months.accounts[row.kind],
        ...amounts(row.openingMinor, row.inMinor, row.outMinor, row.closingMinor),
      ]),
    },
    {
      name: months.awardsTitle,
      head: [
        months.group,
        months.openOpening,
        months.promised,
        months.paid,
        months.cameBack,
        months.openClosing,
        months.granted,
      ],
      rows: awards.map((row) => [
        row.groupName ?? months.hiddenGroup,
        ...amounts(
          row.openingMinor,
          row.promisedMinor,
          row.paidMinor,
          row.cameBackMinor,
          row.closingMinor,
          row.grantedMinor,
        ),
      ]),
    },
    {
      name: months.receivedTitle,
      head: [months.ref, months.evidence, months.amount],
      rows: received.map((row) => [row.ref, row.evidence, { minor: row.amountMinor }]),
    },
  ];
}

function journalSheet(context: Context, statement: MonthStatement): Sheet {
  return {
    name: months.journal,
    head: months.journalHead,
    rows: journalOf(context, statement.call, statement.month).map((entry) => [
      entry.day,
      entry.txId,
      months.kinds[entry.kind],
      entry.ref,
      entry.groupName ?? (entry.isHidden ? months.hiddenGroup : ''),
      entry.note,
      months.accounts[entry.account],
      { minor: entry.amountMinor },
      entry.currency,
      entry.postedBy ?? months.portal,
    ]),
  };
}

function amounts(...minors: Minor[]): Value[] {
  return minors.map((minor) => ({ minor }));
}

function download(content: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(content, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
}
