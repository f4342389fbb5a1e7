import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { areasOf } from '#app/grant/reporting/queries/areas.server.ts';
import { DAY } from '#app/kernel/instant.ts';
import { bookReading } from '#db/schema/payment-auditor.ts';
import { person } from '#db/schema/people.ts';
import { hideFrom } from '../application/commands/hide-from.server.ts';
import { appointAuditor, endAudit } from './commands/appoint-auditor.server.ts';
import { lockMonth } from './commands/lock-month.server.ts';
import { recordReading } from './commands/record-reading.server.ts';
import { auditedCall, myAudits } from './queries/audit-pages.server.ts';
import { auditorDesk } from './queries/auditor-desk.server.ts';
import { bankFileDownload } from './queries/bank-file-download.server.ts';
import { callBooks } from './queries/call-books.server.ts';
import { callMonths, monthStatement } from './queries/month-statement.server.ts';
import { payoutSheet } from './queries/payout-sheet.server.ts';
import { mayAppoint } from './rules/auditing.ts';
import { inFile, must, readyToPay, type TrialPayment } from './trial-payment.testing.ts';

const AVA = { name: 'Ava', email: 'ava@audit.example', days: 30 } as const;

/** A payment in a bank file, and Ava asked to read the books for thirty days. */
function audited() {
  const trial = readyToPay();
  const { payoutId, fileId } = inFile(trial);
  const { auditorId } = must(appointAuditor(trial.as.finn(), trial.call.partnerId, AVA));
  const personId = trial.world.db.select().from(person).where(eq(person.email, AVA.email)).get()?.id ?? '';
  return { trial, payoutId, fileId, auditorId, ava: () => trial.world.as(personId) };
}

const deskOf = (trial: TrialPayment) => auditorDesk(trial.as.finn(), trial.call.partnerId)?.auditors ?? [];

describe('asking an auditor', () => {
  it('is for those who keep the books, and never for somebody who works there or is paid', () => {
    const trial = readyToPay();
    const { partnerId } = trial.call;
    for (const context of [trial.as.amina(), trial.as.grace(), trial.world.as(null)])
      expect(appointAuditor(context, partnerId, AVA)).toEqual({ ok: false, reason: 'not-found' });
    const emailOf = (personId: string) =>
      trial.world.db.select().from(person).where(eq(person.id, personId)).get()?.email ?? '';
    const ask = (personId: string) => appointAuditor(trial.as.finn(), partnerId, { ...AVA, email: emailOf(personId) });
    expect(ask(trial.staff.Farah)).toEqual({ ok: false, reason: 'auditor-is-staff' });
    expect(ask(trial.staff.Grace)).toEqual({ ok: false, reason: 'auditor-is-staff' });
    expect(ask(trial.people.Amina ?? '')).toEqual({ ok: false, reason: 'auditor-is-paid' });
    must(appointAuditor(trial.as.finn(), partnerId, AVA));
    expect(appointAuditor(trial.as.farah(), partnerId, AVA)).toEqual({ ok: false, reason: 'already-auditing' });
    trial.world.pass(31 * DAY);
    must(appointAuditor(trial.as.farah(), partnerId, AVA));
    expect(mayAppoint({ isStaff: false, isPaid: false, isAuditing: false })).toBeNull();
  });
});

describe('an auditor', () => {
  it('reads months and who stood behind each payment', () => {
    const { trial, ava } = audited();
    const [month] = callMonths(ava(), trial.call.id)?.months ?? [];
    expect(myAudits(ava())?.[0]?.calls.map(({ id }) => id)).toEqual([trial.call.id]);
    expect(areasOf(ava())).toEqual(['audit']);
    expect(monthStatement(ava(), trial.call.id, month?.month ?? '')).toMatchObject({ isAuditor: true, mayLock: false });
    expect(auditedCall(ava(), trial.call.id)?.payments).toMatchObject([
      { state: 'reserved', amountMinor: 300_000, maker: 'Finn', checker: 'Farah', detailsBy: 'Amina' },
    ]);
  });

  it('changes nothing, and sees no account and no desk', async () => {
    const { trial, ava, payoutId, fileId } = audited();
    trial.world.pass(60 * DAY);
    must(appointAuditor(trial.as.finn(), trial.call.partnerId, AVA));
    const [, last] = callMonths(ava(), trial.call.id)?.months ?? [];
    expect(lockMonth(ava(), trial.call.id, last?.month ?? '')).toEqual({ ok: false, reason: 'not-found' });
    expect(callBooks(ava(), trial.call.id)).toBeNull();
    expect(payoutSheet(ava(), payoutId)).toBeNull();
    expect(bankFileDownload(ava(), fileId, 'csv')).toBeNull();
    expect(auditorDesk(ava(), trial.call.partnerId)).toBeNull();
    expect(JSON.stringify(auditedCall(ava(), trial.call.id))).not.toMatch(/089999|66374958/);
  });

  it('leaves a line for everything she opens, which the partner reads and nobody removes', () => {
    const { trial, ava } = audited();
    recordReading(ava(), trial.call.id, { what: 'payments', subject: '' });
    recordReading(ava(), trial.call.id, { what: 'month', subject: '2026-03' });
    recordReading(trial.as.finn(), trial.call.id, { what: 'month', subject: '2026-03' });
    recordReading(trial.as.amina(), trial.call.id, { what: 'payments', subject: '' });
    expect(deskOf(trial)[0]?.readings.map(({ what, subject }) => `${what} ${subject}`.trim())).toEqual([
      'month 2026-03',
      'payments',
    ]);
    const sqlite = trial.world.db.$client;
    for (const statement of [
      'delete from book_reading',
      `update book_reading set what = 'payments'`,
      'delete from auditor',
      'update auditor set until_at = until_at + 1',
      'insert into book_reading (auditor_id, call_id, what, subject, read_at) select auditor_id, call_id, what, subject, 1 from book_reading limit 1',
      `insert into auditor select 'x', partner_id, '${trial.staff.Farah}', appointed_at, appointed_by, until_at, null, null from auditor`,
      `insert into auditor select 'x', partner_id, person_id, appointed_at, '${trial.staff.Grace}', until_at, null, null from auditor`,
    ])
      expect(() => sqlite.exec(statement), statement).toThrow(/audit|read/);
    expect(trial.world.db.select().from(bookReading).all()).toHaveLength(2);
  });

  it('sees nothing once her time is over, or was ended', () => {
    const { trial, auditorId, ava } = audited();
    must(endAudit(trial.as.farah(), auditorId));
    expect([myAudits(ava()), auditedCall(ava(), trial.call.id), callMonths(ava(), trial.call.id)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(deskOf(trial)[0]).toMatchObject({ isReading: false, endedBy: 'Farah' });
    must(appointAuditor(trial.as.finn(), trial.call.partnerId, AVA));
    trial.world.pass(30 * DAY);
    expect(myAudits(ava())).not.toBeNull();
    trial.world.pass(1);
    expect(myAudits(ava())).toBeNull();
    expect(endAudit(ava(), auditorId)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('does not learn about a group that has named her', () => {
    const { trial, ava } = audited();
    const naming = { kind: 'person', name: 'Ava', email: AVA.email } as const;
    must(hideFrom(trial.as.amina(), trial.applications.Amina ?? '', naming));
    expect(auditedCall(ava(), trial.call.id)?.payments).toMatchObject([
      { groupName: null, detailsBy: '', evidence: '' },
    ]);
  });
});
