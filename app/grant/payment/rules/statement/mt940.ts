import { type Currency, isCurrency, type Minor, parseDecimal } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { checkStatement, readDay, type Statement, type StatementFault, type StatementLine } from './statement.ts';

type Field = { readonly tag: string; readonly text: string };

/** Opening or closing: debit or credit, day, currency, amount. */
const BALANCE = /^([CD])(\d{6})([A-Z]{3})([\d,]{1,15})$/;
/** Value day, booking day, direction (R for what is taken back), third letter of the currency, amount, kind, our reference, theirs. */
const LINE = /^(\d{6})(\d{4})?(R?[CD])[A-Z]?([\d,]{1,15})([NFS][A-Z0-9]{3})([^\n]*?)(?:\/\/([^\n]*))?(?:\n([\s\S]*))?$/;

/**
 * Reads statements in SWIFT MT940. One that continues on the next page (60M, 62M) goes on from it.
 *
 * What a line was for stands in field 86, which every bank fills in its own way: an end-to-end id is found where it is marked EREF
 * or stands as the customer's reference.
 *
 * @source SWIFT User Handbook, Category 9, MT940 Customer Statement Message
 */
export function readMt940(text: string): Outcome<readonly Statement[], StatementFault> {
  const fields = fieldsIn(text);
  if (fields === null) return refused('unreadable');
  const statements: Statement[] = [];
  for (const message of messagesIn(fields)) {
    const read = readMessage(message);
    if (!read.ok) return read;
    const checked = checkStatement(read.value);
    if (!checked.ok) return checked;
    statements.push(checked.value);
  }
  return statements.length === 0 ? refused('no-statement') : done(statements);
}

/** Tags begin lines; whatever stands between two belongs to the first. Blocks of the SWIFT envelope are skipped. */
function fieldsIn(text: string): Field[] | null {
  const body = text
    .replace(/\r\n?/g, '\n')
    .replace(/\{[0-35]:[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, '')
    .replace(/\{4:/g, '');
  const fields: { tag: string; text: string }[] = [];
  for (const line of body.split('\n')) {
    const [, tag, rest = ''] = /^:(\d\d[A-Z]?):(.*)$/.exec(line) ?? [];
    const last = fields.at(-1);
    if (tag !== undefined) fields.push({ tag, text: rest });
    else if (/^-\}?$/.test(line.trim()) || line.trim() === '') continue;
    else if (last === undefined) return null;
    else last.text += `\n${line}`;
  }
  return fields;
}

function messagesIn(fields: readonly Field[]): Field[][] {
  const messages: Field[][] = [];
  for (const field of fields) {
    if (field.tag === '20') messages.push([]);
    messages.at(-1)?.push(field);
  }
  return messages;
}

function readMessage(fields: readonly Field[]): Outcome<Statement, StatementFault> {
  const textOf = (...tags: readonly string[]) => fields.find(({ tag }) => tags.includes(tag))?.text.trim() ?? null;
  const opening = BALANCE.exec(textOf('60F', '60M') ?? '');
  const closing = BALANCE.exec(textOf('62F', '62M') ?? '');
  if (opening === null || closing === null) return refused('unreadable');
  const currency = opening[3] ?? '';
  if (!isCurrency(currency) || closing[3] !== currency) return refused('currency-unknown');
  const openingMinor = signed(opening[1], opening[4], currency);
  const closingMinor = signed(closing[1], closing[4], currency);
  if (openingMinor === null || closingMinor === null) return refused('amount-unreadable');
  const lines: StatementLine[] = [];
  for (const [place, { tag, text }] of fields.entries()) {
    if (tag !== '61') continue;
    const next = fields[place + 1];
    const line = readLine(text, next?.tag === '86' ? next.text : '', currency);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  return done({ account: textOf('25', '25P')?.split('\n')[0] ?? null, currency, openingMinor, closingMinor, lines });
}

function readLine(text: string, about: string, currency: Currency): Outcome<StatementLine, StatementFault> {
  const match = LINE.exec(text);
  if (match === null) return refused('unreadable');
  const [, value = '', booked, direction = '', amount, , customerRef = '', bankRef, supplement = ''] = match;
  const bookedOn = bookingDay(value, booked);
  if (bookedOn === null) return refused('date-unreadable');
  // What was taken back of a credit goes out, and the other way round.
  const amountMinor = signed(direction === 'C' || direction === 'RD' ? 'C' : 'D', amount, currency);
  if (amountMinor === null) return refused('amount-unreadable');
  const told = spokenText(about);
  const reference = customerRef.trim();
  return done({
    bookedOn,
    amountMinor,
    bankRef: bankRef?.trim() || null,
    endToEndId: markedId(about) ?? (reference === '' || reference === 'NONREF' ? null : reference),
    name: '',
    text: [told, supplement.replaceAll('\n', ' ').trim()].filter(Boolean).join(' '),
  });
}

/** The year stands with the value day only; booking at the turn of a year is in the nearer one. */
function bookingDay(value: string, booked: string | undefined): string | null {
  const valueDay = readDay(`20${value.slice(0, 2)}`, value.slice(2, 4), value.slice(4, 6));
  if (valueDay === null || booked === undefined) return valueDay;
  const at = Date.parse(valueDay);
  const year = Number(valueDay.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap(
    (each) => readDay(String(each), booked.slice(0, 2), booked.slice(2)) ?? [],
  );
  return days.toSorted((one, other) => Math.abs(Date.parse(one) - at) - Math.abs(Date.parse(other) - at))[0] ?? null;
}

function signed(direction: string | undefined, amount: string | undefined, currency: Currency): Minor | null {
  const minor = parseDecimal(amount ?? '', currency, ',');
  return minor !== null && direction === 'D' && minor !== 0 ? -minor : minor;
}

/** EREF+…, /EREF/…/ and ?20EREF+… are how banks mark the end-to-end id; long ones go on in the next piece. */
function markedId(about: string): string | null {
  const flat = about.replace(/\n/g, '').replace(/\?\d\d/g, '');
  const [, id = ''] =
    /EREF[+:/]\s*([A-Za-z0-9/\-?:().,'+]{1,35}?)(?=[A-Z]{4}\+|\/[A-Z]{4}\/|\/?$|\s|\/\/)/.exec(flat) ?? [];
  const given = id.replace(/\/$/, '');
  return given === '' || given === 'NOTPROVIDED' ? null : given;
}

function spokenText(about: string): string {
  return about
    .replace(/\n/g, '')
    .replace(/\?\d\d/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
