import { type Currency, isCurrency, type Minor, parseDecimal } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { XmlElement } from '#app/kernel/xml-element.ts';
import { checkStatement, readDay, type Statement, type StatementFault, type StatementLine } from './statement.ts';

/** Ended by a fault of the file; never leaves this module. */
class Faulty extends Error {
  readonly fault: StatementFault;
  constructor(fault: StatementFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * Reads a bank's statements in ISO 20022: camt.053, versions 02 to 12. Only what is booked counts. An entry that stands for several
 * payments becomes several lines where their amounts are given and add up to it, and stays one where not.
 *
 * @source ISO 20022 message definitions camt.053.001.02 (2009) and camt.053.001.08 (2019)
 */
export function readCamt053(root: XmlElement): Outcome<readonly Statement[], StatementFault> {
  if (!/^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.\d\d$/.test(root.namespace ?? '')) return refused('unreadable');
  try {
    const statements = all(root, 'BkToCstmrStmt', 'Stmt').map(readStatement);
    if (statements.length === 0) return refused('no-statement');
    for (const statement of statements) {
      const checked = checkStatement(statement);
      if (!checked.ok) return checked;
    }
    return done(statements);
  } catch (error) {
    if (error instanceof Faulty) return refused(error.fault);
    throw error;
  }
}

function readStatement(stmt: XmlElement): Statement {
  const entries = all(stmt, 'Ntry');
  const balances = all(stmt, 'Bal');
  const stated =
    said(stmt, 'Acct', 'Ccy') ??
    [...balances, ...entries].map((each) => one(each, 'Amt')?.attributes.Ccy).find(Boolean);
  const currency = stated ?? '';
  if (!isCurrency(currency)) throw new Faulty('currency-unknown');
  const balance = (...codes: string[]) => {
    const found = codes
      .map((code) => balances.find((each) => said(each, 'Tp', 'CdOrPrtry', 'Cd') === code))
      .find((each) => each !== undefined);
    return found === undefined ? null : signedAmount(found, currency);
  };
  return {
    account: said(stmt, 'Acct', 'Id', 'IBAN') ?? said(stmt, 'Acct', 'Id', 'Othr', 'Id'),
    currency,
    // What was booked at the close before opens this one.
    openingMinor: balance('OPBD', 'PRCD'),
    closingMinor: balance('CLBD'),
    lines: entries.filter(isBooked).flatMap((entry) => readEntry(entry, currency)),
  };
}

/** Older versions write the status as text, newer ones as a code. */
function isBooked(entry: XmlElement): boolean {
  return (said(entry, 'Sts', 'Cd') ?? said(entry, 'Sts')) === 'BOOK';
}

function readEntry(entry: XmlElement, currency: Currency): StatementLine[] {
  const amountMinor = signedAmount(entry, currency);
  const bookedOn = dayOf(said(entry, 'BookgDt', 'Dt') ?? said(entry, 'BookgDt', 'DtTm'));
  const bankRef = said(entry, 'AcctSvcrRef') ?? said(entry, 'NtryRef');
  const isOut = amountMinor < 0;
  const details = all(entry, 'NtryDtls', 'TxDtls');
  const line = (of: XmlElement | null, amount: Minor, ref: string | null): StatementLine => ({
    bookedOn,
    amountMinor: amount,
    bankRef: ref,
    endToEndId: of && givenId(said(of, 'Refs', 'EndToEndId')),
    name: (of && nameOf(of, isOut ? 'Cdtr' : 'Dbtr')) ?? '',
    text: [...(of ? texts(of, 'RmtInf', 'Ustrd') : []), said(entry, 'AddtlNtryInf')].filter(Boolean).join(' '),
  });
  const parts = details.map((detail) => partAmount(detail, currency));
  const areWhole = parts.length > 1 && parts.every((part) => part !== null);
  const sign = isOut ? -1 : 1;
  if (areWhole && parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) === Math.abs(amountMinor)) {
    return details.map((detail, place) => {
      const ref = said(detail, 'Refs', 'AcctSvcrRef') ?? (bankRef === null ? null : `${bankRef}/${place + 1}`);
      return line(detail, sign * (parts[place] ?? 0), ref);
    });
  }
  const [only = null] = details.length === 1 ? details : [];
  return [line(only, amountMinor, bankRef)];
}

function partAmount(detail: XmlElement, currency: Currency): Minor | null {
  const amount = one(detail, 'Amt') ?? one(detail, 'AmtDtls', 'TxAmt', 'Amt');
  if (amount === null || amount.attributes.Ccy !== currency) return null;
  return parseDecimal(amount.text, currency);
}

function signedAmount(of: XmlElement, currency: Currency): Minor {
  const amount = one(of, 'Amt');
  const direction = said(of, 'CdtDbtInd');
  if (amount?.attributes.Ccy !== currency) throw new Faulty('currency-unknown');
  const minor = parseDecimal(amount.text, currency);
  if (minor === null || (direction !== 'CRDT' && direction !== 'DBIT')) throw new Faulty('amount-unreadable');
  return direction === 'DBIT' && minor !== 0 ? -minor : minor;
}

function dayOf(text: string | null): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text ?? '') ?? [];
  const date = readDay(year, month, day);
  if (date === null) throw new Faulty('date-unreadable');
  return date;
}

/** Newer versions put a party between. */
function nameOf(detail: XmlElement, side: 'Cdtr' | 'Dbtr'): string | null {
  return said(detail, 'RltdPties', side, 'Pty', 'Nm') ?? said(detail, 'RltdPties', side, 'Nm');
}

/** "NOTPROVIDED" is how a bank says that there is none. */
function givenId(id: string | null): string | null {
  return id === null || id === 'NOTPROVIDED' ? null : id;
}

function one(of: XmlElement, ...path: readonly string[]): XmlElement | null {
  return all(of, ...path)[0] ?? null;
}

function said(of: XmlElement, ...path: readonly string[]): string | null {
  const text = one(of, ...path)?.text.trim() ?? '';
  return text === '' ? null : text;
}

function texts(of: XmlElement, ...path: readonly string[]): string[] {
  return all(of, ...path).map((each) => each.text.trim());
}

/** The elements at a path of names below one. */
function all(of: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  let found: readonly XmlElement[] = [of];
  for (const name of path) found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}
