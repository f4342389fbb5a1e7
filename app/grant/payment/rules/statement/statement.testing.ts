import fc from 'fast-check';
import { decimalAmount } from '#app/kernel/money.ts';
import type { Statement, StatementLine } from './statement.ts';

const day = fc
  .integer({ min: 0, max: 700 })
  .map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const words = fc.stringMatching(/^[A-Za-z0-9 .,()&<>"']{0,30}$/).map((text) => text.replace(/\s+/g, ' ').trim());

/** A line as any bank could have booked it. */
export const anyLine: fc.Arbitrary<StatementLine> = fc.record({
  bookedOn: day,
  amountMinor: fc.integer({ min: -9_000_000, max: 9_000_000 }).filter((amount) => amount !== 0),
  bankRef: fc.option(fc.stringMatching(/^[A-Z0-9]{4,16}$/)),
  endToEndId: fc.option(fc.stringMatching(/^[0-9A-HJ-NP-Z]{20}$/)),
  name: words,
  text: words,
});

/** A statement that adds up, its lines in the order of booking. */
export const anyStatement: fc.Arbitrary<Statement> = fc
  .record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 25 }),
    openingMinor: fc.integer({ min: -1_000_000, max: 90_000_000 }),
  })
  .map(({ lines, openingMinor }) => ({
    account: 'GB29NWBK60161331926819',
    currency: 'GBP',
    openingMinor,
    closingMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, openingMinor),
    lines: lines.toSorted((one, other) => one.bookedOn.localeCompare(other.bookedOn)),
  }));

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const amountOf = (minor: number) => decimalAmount(Math.abs(minor), 'GBP');

/** As a bank writes it in camt.053, version 02 or 08. */
export function writeCamt(statement: Statement, version: '02' | '08'): string {
  const direction = (minor: number) => `<CdtDbtInd>${minor < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
  const balance = (code: string, minor: number | null) =>
    minor === null
      ? ''
      : `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">${amountOf(minor)}</Amt>${direction(minor)}<Dt><Dt>2026-01-01</Dt></Dt></Bal>`;
  const entries = statement.lines.map((line) => {
    const side = line.amountMinor < 0 ? 'Cdtr' : 'Dbtr';
    const name = version === '02' ? `<Nm>${escaped(line.name)}</Nm>` : `<Pty><Nm>${escaped(line.name)}</Nm></Pty>`;
    return [
      `<Ntry><Amt Ccy="GBP">${amountOf(line.amountMinor)}</Amt>${direction(line.amountMinor)}`,
      version === '02' ? '<Sts>BOOK</Sts>' : '<Sts><Cd>BOOK</Cd></Sts>',
      `<BookgDt><Dt>${line.bookedOn}</Dt></BookgDt>`,
      line.bankRef === null ? '' : `<AcctSvcrRef>${line.bankRef}</AcctSvcrRef>`,
      `<NtryDtls><TxDtls><Refs><EndToEndId>${line.endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs>`,
      `<RltdPties><${side}>${name}</${side}></RltdPties>`,
      `<RmtInf><Ustrd>${escaped(line.text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>1</Id>`,
    `<Acct><Id><IBAN>${statement.account}</IBAN></Id><Ccy>${statement.currency}</Ccy></Acct>`,
    balance('OPBD', statement.openingMinor),
    balance('CLBD', statement.closingMinor),
    ...entries,
    '</Stmt></BkToCstmrStmt></Document>',
  ].join('\n');
}

/** As a bank writes it in MT940; names it does not give, and what a line was for without signs of its own. */
export function writeMt940(statement: Statement): string {
  const short = (date: string) => date.slice(2).replaceAll('-', '');
  const amount = (minor: number) => amountOf(minor).replace('.', ',');
  const balance = (tag: string, minor: number | null) =>
    `:${tag}:${(minor ?? 0) < 0 ? 'D' : 'C'}260101GBP${amount(minor ?? 0)}`;
  const lines = statement.lines.flatMap((line) => [
    `:61:${short(line.bookedOn)}${short(line.bookedOn).slice(2)}${line.amountMinor < 0 ? 'D' : 'C'}${amount(line.amountMinor)}NTRFNONREF${line.bankRef === null ? '' : `//${line.bankRef}`}`,
    `:86:${line.endToEndId === null ? '' : `EREF+${line.endToEndId} `}${line.text}`,
  ]);
  return [
    '{1:F01NWBKGB2LXXXX0000000000}{2:I940XXXXXXXXXXXXN}{4:',
    ':20:STMT',
    `:25:${statement.account}`,
    ':28C:1/1',
    balance('60F', statement.openingMinor),
    ...lines,
    balance('62F', statement.closingMinor),
    '-}',
  ].join('\r\n');
}

/** As a bank's own table, with the balance after each line. */
export function writeTable(statement: Statement, isNewestFirst: boolean): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  let running = statement.openingMinor ?? 0;
  const rows = statement.lines.map((line) => {
    running += line.amountMinor;
    const [year, month, date] = line.bookedOn.split('-');
    const sides = line.amountMinor < 0 ? ['', amountOf(line.amountMinor)] : [amountOf(line.amountMinor), ''];
    const cells = [
      `${date}/${month}/${year}`,
      line.name,
      line.text,
      ...sides,
      decimalAmount(running, 'GBP'),
      line.bankRef ?? '',
    ];
    return cells.map(quoted).join(',');
  });
  const head = 'Date,Name,Details,Paid in,Paid out,Balance,Number';
  return [head, ...(isNewestFirst ? rows.toReversed() : rows)].join('\r\n');
}
