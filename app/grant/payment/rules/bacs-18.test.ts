import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BacsSubmission, fitsBacs, parseServiceUserNumber, writeBacs18 } from './bacs-18.ts';
import type { TransferRun } from './credit-transfer.ts';

const sample = readFileSync('test/data/payments/sample-bacs-standard18.txt', 'latin1');

type Field = { name: string; start: number; end: number; length: number; format: 'n' | 'an' | 'date' };
const layout = JSON.parse(readFileSync('test/data/payments/bacs-standard18.json', 'utf8')) as {
  records: Record<string, { fields: readonly Field[] }>;
};

const FORMATS = { n: /^\d+$/, an: /^[A-Z0-9.&/ -]*$/, date: /^( \d{2}(?!000)[0-3]\d\d| {6})$/ } as const;

const run: TransferRun = {
  msgId: 'CP-1',
  madeAt: Date.UTC(2026, 10, 16, 12),
  executionDate: '2026-11-17',
  payer: { name: 'Example City Fund', sortCode: '000000', accountNumber: '12345678' },
  transfers: [
    {
      endToEndId: 'E1',
      amountMinor: 90_000,
      payee: { name: 'Threads Together', sortCode: '089999', accountNumber: '66374958' },
      reference: 'MLG20260001',
    },
    {
      endToEndId: 'E2',
      amountMinor: 250_000,
      payee: { name: 'Green Roots Example CIC', sortCode: '107999', accountNumber: '88837491' },
      reference: 'MLG20260002',
    },
  ],
};
const by: BacsSubmission = { serviceUserNumber: '123456', serial: 7, madeOn: '2026-11-16' };

const linesOf = (file: string) => file.split('\r\n').slice(0, -1);
const kindOf = (line: string) =>
  line.length === 80 ? line.slice(0, 4) : line.slice(15, 17) === '17' ? 'contra' : 'data';

describe('writing a Bacs file', () => {
  it('writes the published example to the last byte', () => {
    expect(writeBacs18(run, by)).toBe(sample);
  });

  it('keeps every field at its place, whatever stands in names and however many payments there are', () => {
    const transfer = fc.record({
      name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
      amountMinor: fc.integer({ min: 1, max: 9_000_000 }),
      sortCode: fc.stringMatching(/^\d{6}$/),
      accountNumber: fc.stringMatching(/^\d{8}$/),
    });
    fc.assert(
      fc.property(
        fc.array(transfer, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 999_999 }),
        (all, serial) => {
          const transfers = all.map(({ amountMinor, ...payee }, place) => ({
            ...{ endToEndId: `E${place}`, amountMinor, payee },
            reference: `PART ${place}`,
          }));
          const lines = linesOf(writeBacs18({ ...run, transfers }, { ...by, serial }));
          expect(lines.map(kindOf)).toEqual([
            ...['VOL1', 'HDR1', 'HDR2', 'UHL1'],
            ...transfers.map(() => 'data'),
            ...['contra', 'EOF1', 'EOF2', 'UTL1'],
          ]);
          for (const line of lines) {
            const { fields } = layout.records[kindOf(line)] ?? { fields: [] };
            for (const field of fields.filter(({ end }) => end <= line.length)) {
              expect([field.name, line.slice(field.start - 1, field.end)]).toEqual([
                field.name,
                expect.stringMatching(FORMATS[field.format]),
              ]);
            }
          }
          const sum = transfers.reduce((total, { amountMinor }) => total + amountMinor, 0);
          const amounts = lines.filter((line) => line.length === 100).map((line) => Number(line.slice(35, 46)));
          expect(amounts).toEqual([...transfers.map(({ amountMinor }) => amountMinor), sum]);
          expect(lines.at(-1)).toMatch(new RegExp(`^UTL1${String(sum).padStart(13, '0').repeat(2)}0000001`));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('counts the days of a leap year, and over the end of a year', () => {
    const [, header = '', , date = ''] = linesOf(
      writeBacs18({ ...run, executionDate: '2028-12-29' }, { ...by, madeOn: '2028-12-28' }),
    );
    expect(header.slice(41, 53)).toBe(' 28363 29005');
    expect(date.slice(4, 10)).toBe(' 28364');
  });

  it('refuses what it has no digits for, and a file without payments', () => {
    const huge = { ...run, transfers: run.transfers.map((transfer) => ({ ...transfer, amountMinor: 50_000_000_000 })) };
    expect(fitsBacs(huge)).toBe(false);
    expect(() => writeBacs18(huge, by)).toThrow('eleven digits');
    expect(() => writeBacs18({ ...run, transfers: [] }, by)).toThrow('at least one payment');
    expect(() => writeBacs18(run, { ...by, serial: 1_000_000 })).toThrow('six digits');
  });
});

describe('reading a service user number', () => {
  it.each([
    ['123456', '123456'],
    [' 12 34-56 ', '123456'],
    ['000000', null],
    ['12345', null],
    ['A23456', null],
  ])('%s', (typed, read) => {
    expect(parseServiceUserNumber(typed)).toBe(read);
  });
});
