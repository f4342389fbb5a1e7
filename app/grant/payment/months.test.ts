import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { hideFrom } from '../application/commands/hide-from.server.ts';
import { lockMonth } from './commands/lock-month.server.ts';
import { markReturned } from './commands/mark-failed.server.ts';
import { markFileSent } from './commands/mark-file-sent.server.ts';
import { markSettled } from './commands/mark-settled.server.ts';
import { recordFunds } from './commands/record-funds.server.ts';
import { auditBooks } from './queries/audit.server.ts';
import { fundsOf } from './queries/funds.server.ts';
import { monthBounds, monthIn } from './queries/month-bounds.server.ts';
import { monthJournal, monthWorkbook } from './queries/month-download.server.ts';
import { callMonths, monthStatement } from './queries/month-statement.server.ts';
import { nextMonth } from './rules/months.ts';
import { inFile, must, readyToPay, type TrialPayment } from './trial-payment.testing.ts';

const ZONE = 'Europe/London';

/** Paid in the month when the books were opened; then it is the month after. */
function paidLastMonth() {
  const trial = readyToPay();
  const first = monthIn(ZONE, trial.world.now());
  const { payoutId, fileId } = inFile(trial);
  must(markFileSent(trial.as.finn(), fileId));
  must(markSettled(trial.as.finn(), payoutId, 'Line 7'));
  trial.world.moveTo(monthBounds(ZONE, first).endsAt + DAY);
  return { trial, first, second: nextMonth(first), payoutId };
}

const statementOf = (trial: TrialPayment, month: string) => {
  const statement = monthStatement(trial.as.finn(), trial.call.id, month);
  if (statement === null) throw new Error(`there is no statement of ${month}`);
  return statement;
};
const closing = (trial: TrialPayment, month: string) =>
  Object.fromEntries(statementOf(trial, month).balance.rows.map(({ kind, closingMinor }) => [kind, closingMinor]));

describe('the bounds of a month', () => {
  it('are midnights of the call’s own clock, also where it changes', () => {
    expect(monthBounds(ZONE, '2026-03')).toEqual({
      startsAt: Date.UTC(2026, 2, 1),
      endsAt: Date.UTC(2026, 2, 31, 23),
    });
    expect(monthIn(ZONE, Date.UTC(2026, 2, 31, 23))).toBe('2026-04');
    expect(monthIn(ZONE, Date.UTC(2026, 2, 31, 23) - 1)).toBe('2026-03');
  });
});

describe('the statement of a month', () => {
  it('says what came in, what was promised and what arrived', () => {
    const { trial, first } = paidLastMonth();
    const statement = statementOf(trial, first);
    expect(statement).toMatchObject({ month: first, isRunning: false, lock: null, mayLock: true });
    expect(statement.balance.isEven).toBe(true);
    expect(statement.received).toEqual([
      { ref: 'FUNDER 1', evidence: 'Line 4 of the March statement', amountMinor: 600_000 },
    ]);
    expect(statement.awards).toMatchObject([
      {
        openingMinor: 0,
        promisedMinor: 300_000,
        paidMinor: 300_000,
        cameBackMinor: 0,
        closingMinor: 0,
        grantedMinor: 300_000,
      },
    ]);
    expect(closing(trial, first)).toMatchObject({
      fundIn: -600_000,
      available: 300_000,
      granted: 300_000,
      bank: 300_000,
    });
  });

  it('goes on in the next month from where it ended, and agrees with what is there now', () => {
    const { trial, first, second, payoutId } = paidLastMonth();
    must(markReturned(trial.as.finn(), payoutId, 'The account is closed'));
    const next = statementOf(trial, second);
    expect(next).toMatchObject({ isRunning: true, mayLock: false });
    expect(next.awards).toMatchObject([
      {
        openingMinor: 0,
        promisedMinor: 0,
        paidMinor: 0,
        cameBackMinor: 300_000,
        closingMinor: 300_000,
        grantedMinor: 0,
      },
    ]);
    const before = closing(trial, first);
    for (const { kind, openingMinor } of next.balance.rows) expect(openingMinor, kind).toBe(before[kind] ?? 0);
    const funds = fundsOf(trial.as.finn(), trial.call.id);
    expect(closing(trial, second)).toMatchObject({
      available: funds?.availableMinor,
      payable: funds?.payableMinor,
      granted: funds?.grantedMinor,
      bank: funds?.bankMinor,
    });
  });

  it('is for those who keep the books, and for months in which there were any', () => {
    const { trial, first, second } = paidLastMonth();
    const months = callMonths(trial.as.finn(), trial.call.id)?.months.map(({ month }) => month);
    expect(months).toEqual([second, first]);
    for (const context of [trial.as.amina(), trial.as.grace(), trial.world.as(null)]) {
      expect(callMonths(context, trial.call.id)).toBeNull();
      expect(monthStatement(context, trial.call.id, first)).toBeNull();
      expect(monthJournal(context, trial.call.id, first)).toBeNull();
      expect(lockMonth(context, trial.call.id, first)).toEqual({ ok: false, reason: 'not-found' });
    }
    for (const month of ['2020-01', nextMonth(second), 'never', ''])
      expect(monthStatement(trial.as.finn(), trial.call.id, month)).toBeNull();
  });
});

describe('a month as a file', () => {
  it('has every entry, each transaction adding up to nothing', async () => {
    const { trial, first } = paidLastMonth();
    const lines = (await monthJournal(trial.as.finn(), trial.call.id, first)?.text())?.trim().split('\r\n') ?? [];
    const sums = new Map<string, number>();
    for (const entry of lines.slice(1)) {
      const cells = entry.split(',');
      sums.set(cells[1] ?? '', (sums.get(cells[1] ?? '') ?? 0) + Number(/,(-?\d+\.\d\d),GBP,/.exec(entry)?.[1]));
    }
    expect(lines[0]).toBe('Day,Transaction,What,About,Group,Note,Account,Amount,Currency,Posted by');
    expect([...sums.values()].every((sum) => sum === 0)).toBe(true);
    expect(sums.size).toBe(5);
  });

  it('is a workbook, too', async () => {
    const { trial, first } = paidLastMonth();
    const workbook = await monthWorkbook(trial.as.finn(), trial.call.id, first);
    expect(workbook?.headers.get('Content-Disposition')).toBe(`attachment; filename="${first}.xlsx"`);
    const bytes = new Uint8Array((await workbook?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect([...bytes.slice(0, 4)]).toEqual([0x50, 0x4b, 0x03, 0x04]);
    expect(bytes.length).toBeGreaterThan(2_000);
  });

  it('names no group to somebody whom the group has named', async () => {
    const { trial, first } = paidLastMonth();
    const [award] = statementOf(trial, first).awards;
    expect(award?.groupName).toEqual(expect.any(String));
    const naming = { kind: 'person', name: 'Finn', email: null } as const;
    must(hideFrom(trial.as.amina(), trial.applications.Amina ?? '', naming));
    expect(statementOf(trial, first).awards[0]?.groupName).toBeNull();
    const journal = (await monthJournal(trial.as.finn(), trial.call.id, first)?.text()) ?? '';
    expect(journal).toContain('A group you do not deal with');
    for (const secret of [award?.groupName ?? '?', 'Line 7']) expect(journal).not.toContain(secret);
  });
});

describe('a locked month', () => {
  it('takes nothing more, and stays as it was', () => {
    const { trial, first, second } = paidLastMonth();
    const { db } = trial.world;
    must(lockMonth(trial.as.finn(), trial.call.id, first));
    expect(statementOf(trial, first)).toMatchObject({ mayLock: false, lock: { month: first, by: 'Finn' } });
    expect(lockMonth(trial.as.farah(), trial.call.id, first)).toEqual({ ok: false, reason: 'already-locked' });
    expect(lockMonth(trial.as.farah(), trial.call.id, second)).toEqual({ ok: false, reason: 'month-not-over' });
    // What belongs to now still goes in.
    must(recordFunds(trial.as.finn(), trial.call.id, { amountMinor: 5, statementRef: 'FUNDER 2', evidence: 'Line 1' }));
    const { endsAt } = monthBounds(ZONE, first);
    const late = (at: number) =>
      `insert into ledger_tx (id, call_id, currency, kind, ref, note, posted_at) values ('late${at}', '${trial.call.id}', 'GBP', 'funds-received', 'late${at}', '', ${at})`;
    for (const statement of [
      late(endsAt - 1),
      'update month_lock set ends_at = 1',
      'delete from month_lock',
      `insert or replace into month_lock select * from month_lock`,
      `insert into month_lock select call_id, '2019-01', 1, entries_hash, locked_at, locked_by from month_lock`,
    ])
      expect(() => db.$client.exec(statement), statement).toThrow(/locked/);
    expect(auditBooks(trial.as.finn()).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('is found by the audit when what was in it is no longer the same', () => {
    const { trial, first } = paidLastMonth();
    must(lockMonth(trial.as.finn(), trial.call.id, first));
    trial.world.db.$client.exec(
      `drop trigger ledger_tx_changes; update ledger_tx set note = 'another' where kind = 'funds-received'`,
    );
    const wrong = auditBooks(trial.as.finn()).filter(({ ok }) => !ok);
    expect(wrong.map(({ name }) => name)).toEqual(['every locked month is as it was locked']);
    expect(wrong[0]?.detail).toContain(first);
  });

  it('is not made of books that do not agree with their entries', () => {
    const { trial, first } = paidLastMonth();
    trial.world.db.$client.exec(`update ledger_account set balance = balance + 1 where kind = 'available'`);
    expect(lockMonth(trial.as.finn(), trial.call.id, first)).toEqual({ ok: false, reason: 'books-off' });
  });
});
