import { type Currency, type Minor, parseDecimal } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { checkStatement, readDay, type Statement, type StatementFault, type StatementLine } from './statement.ts';

/** Where a bank's table says what: by the words at the head of its columns. */
export type CsvMapping = {
  readonly date: string;
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd';
  /** One column with a sign, or two without. */
  readonly amount: { readonly signed: string } | { readonly paidIn: string; readonly paidOut: string };
  readonly decimal: '.' | ',';
  /** Null where the table has no such column. */
  readonly name: string | null;
  readonly text: string | null;
  readonly bankRef: string | null;
  /** After each line; the balances of the statement are worked out from it. */
  readonly balance: string | null;
};

export type CsvFault = StatementFault | 'column-missing';

/** As `readTable` gives them, the head first. */
export type Rows = readonly (readonly string[])[];

/** The heads of a table's columns, to choose from. */
export function columnsOf(rows: Rows): readonly string[] {
  return (rows[0] ?? []).map((head) => head.trim()).filter(Boolean);
}

/**
 * Reads a bank's own table. Which order its lines have is found out from the running balance, where there is one; without one, nothing
 * says whether a line is missing.
 */
export function readCsvStatement(rows: Rows, mapping: CsvMapping, currency: Currency): Outcome<Statement, CsvFault> {
  const [head, ...body] = rows;
  if (head === undefined) return refused('unreadable');
  const heads = head.map((each) => each.trim());
  const place = (column: string) => heads.indexOf(column);
  const { amount } = mapping;
  const needed = [mapping.date, ...('signed' in amount ? [amount.signed] : [amount.paidIn, amount.paidOut])];
  const others = [mapping.name, mapping.text, mapping.bankRef, mapping.balance].filter((each) => each !== null);
  if ([...needed, ...others].some((column) => place(column) < 0)) return refused('column-missing');
  const read: Read[] = [];
  for (const row of body) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const line = readRow((column) => (column === null ? '' : (row[place(column)] ?? '').trim()), mapping, currency);
    if (!line.ok) return line;
    read.push(line.value);
  }
  if (read.length === 0) return refused('no-statement');
  const [first, last] = [read[0], read.at(-1)];
  const isNewestFirst = (first?.line.bookedOn ?? '') > (last?.line.bookedOn ?? '');
  // On one day alone the balances tell which way the table runs.
  for (const inOrder of isNewestFirst ? [read.toReversed()] : [read, read.toReversed()]) {
    const checked = checkBalances(inOrder, currency);
    if (checked.ok) return checked;
  }
  return refused('does-not-add-up');
}

type Read = { readonly line: StatementLine; readonly balanceMinor: Minor | null };

function readRow(
  at: (column: string | null) => string,
  { date, dateOrder, amount, decimal, name, text, bankRef, balance }: CsvMapping,
  currency: Currency,
): Outcome<Read, StatementFault> {
  const bookedOn = dayOf(at(date), dateOrder);
  if (bookedOn === null) return refused('date-unreadable');
  const amountMinor =
    'signed' in amount
      ? signedAmount(at(amount.signed), decimal, currency)
      : difference(at(amount.paidIn), at(amount.paidOut), decimal, currency);
  const balanceMinor = balance === null ? null : signedAmount(at(balance), decimal, currency);
  if (amountMinor === null || (balance !== null && balanceMinor === null)) return refused('amount-unreadable');
  const said = { endToEndId: null, name: at(name), text: at(text), bankRef: at(bankRef) || null };
  return done({ line: { bookedOn, amountMinor, ...said }, balanceMinor });
}

function checkBalances(read: readonly Read[], currency: Currency): Outcome<Statement, StatementFault> {
  const lines = read.map(({ line }) => line);
  const [first] = read;
  const openingMinor = first?.balanceMinor == null ? null : first.balanceMinor - first.line.amountMinor;
  let running = openingMinor;
  for (const { line, balanceMinor } of read) {
    if (running === null) break;
    running += line.amountMinor;
    if (running !== balanceMinor) return refused('does-not-add-up');
  }
  return checkStatement({ account: null, currency, openingMinor, closingMinor: running, lines });
}

function dayOf(text: string, order: CsvMapping['dateOrder']): string | null {
  const named = /^(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{2,4})$/.exec(text);
  if (named !== null) {
    const month = MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1;
    return month === 0 ? null : readDay(fullYear(named[3] ?? ''), String(month), named[1] ?? '');
  }
  const [, one = '', two = '', three = ''] = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[ T].*)?$/.exec(text) ?? [];
  if (order === 'ymd') return readDay(fullYear(one), two, three);
  return order === 'dmy' ? readDay(fullYear(three), two, one) : readDay(fullYear(three), one, two);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

/** "-1,234.50", "(1,234.50)" and "1,234.50-" are the same. */
function signedAmount(text: string, decimal: '.' | ',', currency: Currency): Minor | null {
  const isNegative = /^\(.*\)$|^[-\u2212]|[-\u2212]$|\bDR?$/.test(text.trim());
  const minor = plainAmount(text, decimal, currency);
  return minor !== null && isNegative && minor !== 0 ? -minor : minor;
}

/** One of the two is filled; the other is empty or nothing. */
function difference(paidIn: string, paidOut: string, decimal: '.' | ',', currency: Currency): Minor | null {
  const [came, went] = [paidIn, paidOut].map((text) => (text === '' ? 0 : plainAmount(text, decimal, currency)));
  if (came == null || went == null || (paidIn === '' && paidOut === '') || (came !== 0 && went !== 0)) return null;
  return came - went;
}

function plainAmount(text: string, decimal: '.' | ',', currency: Currency): Minor | null {
  const thousands = decimal === '.' ? ',' : '.';
  const bare = text.replace(/[\s\u00a0\u202f£€$()+\-\u2212]|\b[CD]R?\b/g, '').replaceAll(thousands, '');
  return parseDecimal(bare, currency, decimal);
}
