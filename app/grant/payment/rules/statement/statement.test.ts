import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable as rowsOf } from '#app/platform/read-table.server.ts';
import { readXml } from '#app/platform/read-xml.server.ts';
import { readCamt053 as readTree } from './camt-053.ts';
import { type CsvMapping, columnsOf, readCsvStatement } from './csv-statement.ts';
import { readMt940 } from './mt940.ts';
import { anyLine, anyStatement, writeCamt, writeMt940, writeTable } from './statement.testing.ts';
import { checkStatement, lineKeys, type Statement } from './statement.ts';

const MAPPING: CsvMapping = {
  date: 'Date',
  dateOrder: 'dmy',
  amount: { paidIn: 'Paid in', paidOut: 'Paid out' },
  decimal: '.',
  name: 'Name',
  text: 'Details',
  bankRef: 'Number',
  balance: 'Balance',
};
const readTable = (text: string) => readCsvStatement(rowsOf(text) ?? [], MAPPING, 'GBP');
const readCamt053 = (text: string) => {
  const root = readXml(text);
  return root === null ? { ok: false as const, reason: 'unreadable' as const } : readTree(root);
};

/** What a format does not carry is not missed. */
const without = (statement: Statement, lost: readonly ('name' | 'endToEndId')[]) => ({
  ...statement,
  lines: statement.lines.map((line) => ({
    ...line,
    name: lost.includes('name') ? '' : line.name,
    endToEndId: lost.includes('endToEndId') ? null : line.endToEndId,
  })),
});

/** Whether a table without one of its lines is that of a bank which writes the newest line first. */
function addsUpBackwards({ openingMinor, lines }: Statement, without: number): boolean {
  let balance = openingMinor ?? 0;
  const left = lines
    .map(({ amountMinor }) => {
      balance += amountMinor;
      return { amountMinor, balance };
    })
    .toSpliced(without, 1);
  return left.every((line, at) => {
    const older = left[at + 1];
    return older === undefined || line.balance === older.balance + line.amountMinor;
  });
}

describe('reading a bank statement', () => {
  it.each(['02', '08'] as const)('reads camt.053.001.%s as it was written', (version) => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        expect(readCamt053(writeCamt(statement, version))).toEqual({ ok: true, value: [statement] });
      }),
      { numRuns: 100 },
    );
  });

  it('reads MT940 as it was written, but for names, which it has none of', () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const read = readMt940(writeMt940(statement));
        const expected = without(statement, ['name']);
        expect(read.ok && read.value[0]?.lines.map(({ text: _, ...line }) => line)).toEqual(
          expected.lines.map(({ text: _, ...line }) => line),
        );
        for (const [place, { text }] of statement.lines.entries())
          expect(read.ok && read.value[0]?.lines[place]?.text).toContain(text);
      }),
      { numRuns: 100 },
    );
  });

  it.each([false, true])('reads a bank’s own table as it was written, newest first: %s', (isNewestFirst) => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const read = readTable(writeTable(statement, isNewestFirst));
        expect(read).toEqual({ ok: true, value: { ...without(statement, ['endToEndId']), account: null } });
      }),
      { numRuns: 100 },
    );
  });

  it('refuses a statement in which a line is missing, doubled or changed, in every format', () => {
    const damage = fc.record({
      how: fc.constantFrom('missing', 'doubled', 'changed'),
      place: fc.nat(),
      by: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(anyStatement, damage, (statement, { how, place, by }) => {
        const at = place % statement.lines.length;
        const lines = statement.lines.flatMap((line, index) => {
          if (index !== at) return [line];
          if (how === 'missing') return [];
          if (how === 'doubled') return [line, line];
          return [{ ...line, amountMinor: line.amountMinor === -by ? by : line.amountMinor + by }];
        });
        const broken = { ...statement, lines };
        const refusal = { ok: false, reason: 'does-not-add-up' };
        expect(readCamt053(writeCamt(broken, '08'))).toEqual(refusal);
        expect(readMt940(writeMt940(broken))).toEqual(refusal);
        expect(checkStatement(broken)).toEqual(refusal);
      }),
      { numRuns: 170 },
    );
  });

  it('refuses a table with a line cut out of its middle', () => {
    fc.assert(
      fc.property(
        anyStatement.filter(({ lines }) => lines.length > 2),
        fc.nat(),
        (statement, place) => {
          const rows = writeTable(statement, false).split('\r\n');
          const cut = 2 + (place % (rows.length - 3));
          rows.splice(cut, 1);
          // What is left may add up all the same, read from its end: then nobody could tell.
          fc.pre(!addsUpBackwards(statement, cut - 1));
          expect(readTable(rows.join('\r\n'))).toEqual({ ok: false, reason: 'does-not-add-up' });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('names what it cannot read', () => {
    const statement = fc.sample(anyStatement, { numRuns: 1, seed: 3 })[0] as Statement;
    const camt = writeCamt(statement, '08');
    expect(readCamt053('Dear customer')).toEqual({ ok: false, reason: 'unreadable' });
    expect(readCamt053(camt.slice(0, -20))).toEqual({ ok: false, reason: 'unreadable' });
    expect(readCamt053(camt.replace('camt.053', 'camt.054'))).toEqual({ ok: false, reason: 'unreadable' });
    expect(readCamt053(`<!DOCTYPE x [<!ENTITY a "b">]>${camt}`)).toEqual({ ok: false, reason: 'unreadable' });
    expect(readCamt053(camt.replaceAll('GBP', 'XXX'))).toEqual({ ok: false, reason: 'currency-unknown' });
    expect(readCamt053(camt.replace(/<BookgDt><Dt>[^<]*/, '<BookgDt><Dt>2026-02-30'))).toEqual({
      ok: false,
      reason: 'date-unreadable',
    });
    expect(readCamt053(camt.replace(/<Stmt>[\s\S]*<\/Stmt>/, ''))).toEqual({ ok: false, reason: 'no-statement' });
    expect(readMt940('Dear customer')).toEqual({ ok: false, reason: 'unreadable' });
    expect(readMt940('')).toEqual({ ok: false, reason: 'no-statement' });
    expect(readTable('Date,Sum\n1/1/2026,3')).toEqual({ ok: false, reason: 'column-missing' });
  });

  it('leaves out what is not booked yet', () => {
    const [statement] = fc.sample(anyStatement, { numRuns: 1, seed: 5 }) as [Statement];
    const pending = '<Ntry><Amt Ccy="GBP">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts></Ntry></Stmt>';
    const read = readCamt053(writeCamt(statement, '08').replace('</Stmt>', pending));
    expect(read).toEqual({ ok: true, value: [statement] });
  });

  it('takes an entry of several payments apart where their amounts are given, and leaves it whole where not', () => {
    const detail = (id: string, amount: string) =>
      `<TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs>${amount}<RmtInf><Ustrd>${id}</Ustrd></RmtInf></TxDtls>`;
    const file = (one: string, other: string) =>
      `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Ccy>GBP</Ccy></Acct>
       <Ntry><Amt Ccy="GBP">30.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-01</Dt></BookgDt><AcctSvcrRef>B1</AcctSvcrRef>
       <NtryDtls>${detail('E1', one)}${detail('E2', other)}</NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`;
    const linesOf = (text: string) => {
      const read = readCamt053(text);
      return read.ok ? read.value[0]?.lines.map((line) => [line.endToEndId, line.amountMinor, line.bankRef]) : read;
    };
    expect(linesOf(file('<Amt Ccy="GBP">10.00</Amt>', '<Amt Ccy="GBP">20.00</Amt>'))).toEqual([
      ['E1', -1_000, 'B1/1'],
      ['E2', -2_000, 'B1/2'],
    ]);
    expect(linesOf(file('<Amt Ccy="GBP">10.00</Amt>', '<Amt Ccy="GBP">19.00</Amt>'))).toEqual([[null, -3_000, 'B1']]);
    expect(linesOf(file('', ''))).toEqual([[null, -3_000, 'B1']]);
  });
});

describe('what a line is known by', () => {
  it('is the same in a later file, and differs within one file', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
        const doubled = [...lines, ...lines];
        expect(lineKeys(lines)).toEqual(lineKeys(structuredClone(lines)));
        expect(new Set(lineKeys(doubled)).size).toBe(doubled.length);
        expect(lineKeys(doubled).slice(0, lines.length)).toEqual(lineKeys(lines));
      }),
    );
  });
});

describe('a bank’s own table', () => {
  const line = (head: string, row: string, mapping: Partial<CsvMapping>) =>
    readCsvStatement(
      rowsOf(`${head}\n${row}`) ?? [],
      { ...MAPPING, name: null, text: null, bankRef: null, balance: null, ...mapping },
      'GBP',
    );
  const signed = { amount: { signed: 'Sum' } };

  it.each([
    ['1 Mar 2026;-1.234,50', { ...signed, decimal: ',' }, '2026-03-01', -123_450],
    ['2026-03-01;(12.00)', { ...signed, dateOrder: 'ymd' }, '2026-03-01', -1_200],
    ['03/01/26;£5.00', { ...signed, dateOrder: 'mdy' }, '2026-03-01', 500],
    ['01.03.2026;12.00-', signed, '2026-03-01', -1_200],
    ['01/03/2026 09:15;7 DR', signed, '2026-03-01', -700],
  ] as const)('reads %s', (row, mapping, bookedOn, amountMinor) => {
    const read = line('Date;Sum', row, mapping);
    expect(read.ok && read.value.lines[0]).toMatchObject({ bookedOn, amountMinor });
  });

  it.each([
    ['32/03/2026;1', 'date-unreadable'],
    ['01/03/2026;about 5', 'amount-unreadable'],
    ['01/03/2026;1.234', 'amount-unreadable'],
  ] as const)('refuses %s: %s', (row, reason) => {
    expect(line('Date;Sum', row, signed)).toEqual({ ok: false, reason });
  });

  it('says which columns there are', () => {
    expect(columnsOf(rowsOf('\uFEFFDate,"Paid, in",\n1,2,') ?? [])).toEqual(['Date', 'Paid, in']);
    expect(rowsOf('"broken')).toBeNull();
  });
});
