import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { bankFile, payeeVersion, payout } from '#db/schema/payment.ts';
import { outboxPromise } from '#db/schema/platform.ts';
import { approvePayout } from './commands/approve-payout.server.ts';
import { createPayout } from './commands/create-payout.server.ts';
import { makeBankFile } from './commands/make-bank-file.server.ts';
import { markFailed, markReturned } from './commands/mark-failed.server.ts';
import { markFileSent } from './commands/mark-file-sent.server.ts';
import { markFileSettled, markSettled } from './commands/mark-settled.server.ts';
import { openBooks } from './commands/open-books.server.ts';
import { planTranches } from './commands/plan-tranches.server.ts';
import { recordFunds } from './commands/record-funds.server.ts';
import { rejectPayout } from './commands/reject-payout.server.ts';
import { releaseNextTranche } from './commands/release-next-tranche.server.ts';
import { setBacsUser } from './commands/set-bacs-user.server.ts';
import { setPayee } from './commands/set-payee.server.ts';
import { submitPayout } from './commands/submit-payout.server.ts';
import { auditBooks } from './queries/audit.server.ts';
import { bankFileDownload } from './queries/bank-file-download.server.ts';
import { bankFileSheet } from './queries/bank-file-sheet.server.ts';
import { fundsOf } from './queries/funds.server.ts';
import { tranchesOf } from './queries/tranches-of.server.ts';
import { HOLD_AFTER_CHANGE } from './rules/payee-hold.ts';
import {
  AMINAS_ACCOUNT,
  ANOTHER_ACCOUNT,
  acceptedAward,
  approved,
  bookFunds,
  CHURCH_PAYS,
  confirmed,
  hashSeen,
  inFile,
  must,
  PARTNER_ACCOUNT,
  readyToPay,
  submitted,
  type TrialPayment,
  trancheAt,
} from './trial-payment.testing.ts';

const funds = (trial: TrialPayment) => fundsOf(trial.as.finn(), trial.call.id);
const stateOf = (trial: TrialPayment, payoutId: string) =>
  trial.world.db.select().from(payout).where(eq(payout.id, payoutId)).get()?.state;
const promised = (trial: TrialPayment, kind: string) =>
  trial.world.db
    .select()
    .from(outboxPromise)
    .where(eq(outboxPromise.kind, kind))
    .all()
    .map((row) => row.subjectId);
const isAudited = (trial: TrialPayment) => auditBooks(trial.as.finn()).filter((check) => !check.ok);

describe('opening the books', () => {
  it('books the funder’s money once for each line of the statement', () => {
    const trial = acceptedAward();
    bookFunds(trial);
    const funding = { amountMinor: 1, statementRef: ' FUNDER 1 ', evidence: 'Line 4' };
    expect(recordFunds(trial.as.finn(), trial.call.id, funding)).toEqual({ ok: false, reason: 'already-booked' });
    must(recordFunds(trial.as.finn(), trial.call.id, { ...funding, statementRef: 'FUNDER 2' }));
    expect(funds(trial)).toMatchObject({ receivedMinor: 600_001, bankMinor: 600_001 });
  });

  it('asks for a second look at an account that fails the banks’ check', () => {
    const trial = acceptedAward();
    const opening = {
      amountMinor: 100,
      statementRef: 'A',
      evidence: 'B',
      payer: { ...PARTNER_ACCOUNT, accountNumber: '88837493' },
      hasLookedAgain: false,
    };
    const finn = trial.as.finn();
    expect(openBooks(finn, trial.call.id, opening)).toEqual({ ok: false, reason: 'account-unlikely' });
    expect(openBooks(finn, trial.call.id, { ...opening, hasLookedAgain: true }).ok).toBe(true);
    expect(openBooks(finn, trial.call.id, opening)).toEqual({ ok: false, reason: 'already-open' });
  });

  it('is for the finance people of that partner', () => {
    const trial = acceptedAward();
    const opening = { amountMinor: 1, statementRef: 'A', evidence: 'B', payer: PARTNER_ACCOUNT, hasLookedAgain: true };
    const stranger = trial.world.partner('spark', { Siobhan: ['finance'] }).staff.Siobhan ?? '';
    for (const context of [trial.as.grace(), trial.as.amina(), trial.world.as(stranger), trial.world.as(null)]) {
      expect(openBooks(context, trial.call.id, opening)).toEqual({ ok: false, reason: 'not-found' });
    }
  });

  it('plans the awards that waited for the money', () => {
    const trial = acceptedAward('three-parts');
    expect(planTranches(trial.world.as(null), trial.awardId)).toEqual({ ok: false, reason: 'books-not-open' });
    bookFunds(trial, 299_999);
    expect(tranchesOf(trial.as.finn(), trial.awardId)).toEqual([]);
    expect(planTranches(trial.world.as(null), trial.awardId)).toEqual({ ok: false, reason: 'funds-missing' });
    must(
      recordFunds(trial.as.finn(), trial.call.id, { amountMinor: 1, statementRef: 'FUNDER 2', evidence: 'A penny' }),
    );
    expect(tranchesOf(trial.as.finn(), trial.awardId).map((row) => row.amountMinor)).toEqual([150_000, 90_000, 60_000]);
  });
});

describe('planning tranches', () => {
  it('makes the first part payable and lets the others wait for a check-in', () => {
    const trial = acceptedAward('three-parts');
    bookFunds(trial);
    must(planTranches(trial.world.as(null), trial.awardId));
    must(planTranches(trial.world.as(null), trial.awardId));
    expect(tranchesOf(trial.as.finn(), trial.awardId)).toMatchObject([
      { position: 1, state: 'due', status: 'needs-details', whoActsNext: 'recipient', waitsForMilestone: false },
      { position: 2, state: 'planned', status: 'waits-for-check-in', whoActsNext: 'mentor', waitsForMilestone: true },
      { position: 3, state: 'planned', waitsForMilestone: true },
    ]);
    expect(funds(trial)).toMatchObject({ availableMinor: 300_000, awardedMinor: 150_000, payableMinor: 150_000 });
    expect(isAudited(trial)).toEqual([]);
  });

  it('releases one part after the other, and then none', () => {
    const trial = acceptedAward('three-parts');
    expect(releaseNextTranche(trial.as.grace(), trial.awardId)).toEqual({ ok: false, reason: 'not-planned' });
    bookFunds(trial);
    expect(releaseNextTranche(trial.as.grace(), trial.awardId)).toMatchObject({
      value: { trancheId: trancheAt(trial, 2).id },
    });
    expect(releaseNextTranche(trial.as.grace(), trial.awardId)).toMatchObject({
      value: { trancheId: trancheAt(trial, 3).id },
    });
    expect(releaseNextTranche(trial.as.grace(), trial.awardId)).toEqual({ ok: false, reason: 'nothing-to-release' });
    expect(funds(trial)).toMatchObject({ awardedMinor: 0, payableMinor: 300_000 });
  });
});

describe('saying where the money goes', () => {
  it('is for the recipient alone', () => {
    const trial = readyToPay();
    for (const context of [trial.as.grace(), trial.as.finn(), trial.world.as(null)]) {
      expect(setPayee(context, trial.awardId, ANOTHER_ACCOUNT, true)).toEqual({ ok: false, reason: 'not-found' });
    }
  });

  it('keeps no account in the clear, whether of a payee, a payer or in a file', () => {
    const trial = readyToPay();
    inFile(trial);
    const bytes = trial.world.db.$client.serialize().toString('latin1');
    for (const secret of ['66374958', '089999', 'Amina & Friends', 'Amina + Friends', '88837491', '107999']) {
      expect(bytes.includes(secret), secret).toBe(false);
    }
  });

  it('warns about an account that fails the banks’ check and takes it after a second look', () => {
    const trial = readyToPay();
    const unlikely = { ...ANOTHER_ACCOUNT, accountNumber: '64371388' };
    expect(setPayee(trial.as.amina(), trial.awardId, unlikely, false)).toEqual({
      ok: false,
      reason: 'account-unlikely',
    });
    expect(setPayee(trial.as.amina(), trial.awardId, unlikely, true).ok).toBe(true);
    const versions = trial.world.db.select().from(payeeVersion).all();
    expect(versions.map((row) => [row.version, row.checked, row.ending])).toEqual([
      [1, 'passed', '58'],
      [2, 'confirmed', '88'],
    ]);
  });

  it('makes no new version of the same details', () => {
    const trial = readyToPay();
    expect(setPayee(trial.as.amina(), trial.awardId, AMINAS_ACCOUNT, false)).toEqual({ ok: true, value: 'unchanged' });
    expect(promised(trial, 'payee-changed')).toEqual([]);
  });

  it('voids what was prepared for the earlier details, tells the recipient and waits three days', () => {
    const trial = readyToPay();
    const payoutId = approved(trial);
    must(setPayee(trial.as.amina(), trial.awardId, ANOTHER_ACCOUNT, false));
    expect(stateOf(trial, payoutId)).toBe('cancelled');
    expect(promised(trial, 'payee-changed')).toEqual([trial.awardId]);
    expect(makeBankFile(trial.as.finn(), trial.call.id)).toEqual({ ok: false, reason: 'nothing-approved' });
    const trancheId = trancheAt(trial, 1).id;
    confirmed(trial);
    expect(trancheAt(trial, 1)).toMatchObject({ state: 'due', status: 'details-on-hold' });
    trial.world.pass(HOLD_AFTER_CHANGE - 1);
    expect(createPayout(trial.as.finn(), trancheId)).toEqual({ ok: false, reason: 'payee-on-hold' });
    trial.world.pass(1);
    expect(trancheAt(trial, 1).status).toBe('ready-to-pay');
    expect(createPayout(trial.as.finn(), trancheId).ok).toBe(true);
    expect(isAudited(trial)).toEqual([]);
  });

  it('waits while money is on its way', () => {
    const trial = readyToPay();
    const { payoutId } = inFile(trial);
    const change = () => setPayee(trial.as.amina(), trial.awardId, ANOTHER_ACCOUNT, false);
    expect(change()).toEqual({ ok: false, reason: 'money-on-its-way' });
    must(markSettled(trial.as.finn(), payoutId, 'Statement line 9'));
    expect(change().ok).toBe(true);
  });
});

describe('preparing and approving', () => {
  it('takes two people', () => {
    const trial = readyToPay();
    const payoutId = submitted(trial);
    const seen = hashSeen(trial, payoutId);
    expect(approvePayout(trial.as.finn(), payoutId, seen)).toEqual({ ok: false, reason: 'own-payout' });
    expect(approvePayout(trial.as.grace(), payoutId, seen)).toEqual({ ok: false, reason: 'not-found' });
    expect(approvePayout(trial.as.farah(), payoutId, seen)).toEqual({ ok: true, value: 'approved' });
    expect(approvePayout(trial.as.farah(), payoutId, seen)).toEqual({ ok: false, reason: 'wrong-state' });
  });

  it('refuses a signature on something other than what was on the screen', () => {
    const trial = readyToPay();
    const payoutId = submitted(trial);
    expect(approvePayout(trial.as.farah(), payoutId, 'another hash')).toEqual({ ok: false, reason: 'changed-since' });
  });

  it('lets only the maker hand a draft on', () => {
    const trial = readyToPay();
    const { payoutId } = must(createPayout(trial.as.finn(), trancheAt(trial, 1).id));
    expect(submitPayout(trial.as.farah(), payoutId)).toEqual({ ok: false, reason: 'not-the-maker' });
    expect(approvePayout(trial.as.farah(), payoutId, hashSeen(trial, payoutId))).toEqual({
      ok: false,
      reason: 'wrong-state',
    });
    expect(submitPayout(trial.as.finn(), payoutId).ok).toBe(true);
  });

  it('keeps a finance person away from her own award', () => {
    const trial = readyToPay();
    const both = {
      ...trial.as.amina(),
      actor: { ...trial.world.actor(trial.people.Amina ?? ''), duties: trial.world.actor(trial.staff.Finn).duties },
    };
    expect(createPayout(both, trancheAt(trial, 1).id)).toEqual({ ok: false, reason: 'not-found' });
    const payoutId = submitted(trial);
    expect(approvePayout(both, payoutId, hashSeen(trial, payoutId))).toEqual({ ok: false, reason: 'not-found' });
  });

  it('gives one live payout per tranche', () => {
    const trial = readyToPay();
    submitted(trial);
    expect(createPayout(trial.as.farah(), trancheAt(trial, 1).id)).toEqual({ ok: false, reason: 'not-due' });
  });

  it('takes a payout back with a reason, and starts a second attempt', () => {
    const trial = readyToPay();
    const payoutId = submitted(trial);
    expect(rejectPayout(trial.as.farah(), payoutId, '  ')).toEqual({ ok: false, reason: 'no-reason' });
    must(rejectPayout(trial.as.farah(), payoutId, 'Ask Amina about the name'));
    const second = submitted(trial);
    expect(trial.world.db.select().from(payout).where(eq(payout.id, second)).get()).toMatchObject({ attempt: 2 });
    expect(isAudited(trial)).toEqual([]);
  });
});

describe('making a bank file', () => {
  it('holds every approved payout, and each of them once', () => {
    const trial = readyToPay('two-parts');
    must(releaseNextTranche(trial.as.grace(), trial.awardId));
    const first = approved(trial, 1);
    const { fileId, payoutId: second } = inFile(trial, 2);
    expect([stateOf(trial, first), stateOf(trial, second)]).toEqual(['reserved', 'reserved']);
    expect(trial.world.db.select().from(bankFile).get()).toMatchObject({
      id: fileId,
      payoutsCount: 2,
      totalMinor: 300_000,
      executionDate: '2026-03-31',
    });
    expect(makeBankFile(trial.as.farah(), trial.call.id)).toEqual({ ok: false, reason: 'nothing-approved' });
    expect(funds(trial)).toMatchObject({ payableMinor: 0, inTransitMinor: 300_000, bankMinor: 600_000 });
    expect(isAudited(trial)).toEqual([]);
  });

  it('has a form for Bacs where the partner submits to Bacs, the same at every download', async () => {
    const trial = readyToPay();
    approved(trial);
    const formOf = async (fileId: string) => (await bankFileDownload(trial.as.farah(), fileId, 'bacs')?.text()) ?? null;
    expect(setBacsUser(trial.as.amina(), trial.call.id, '123456')).toEqual({ ok: false, reason: 'not-found' });
    must(setBacsUser(trial.as.finn(), trial.call.id, '123456'));
    const { fileId } = must(makeBankFile(trial.as.finn(), trial.call.id));
    const file = await formOf(fileId);
    expect(file).toContain('HDR1A123456S');
    expect(file).toMatch(/^0899996637495809910799988837491 {4}00000300000COMMON GROUND/m);
    must(setBacsUser(trial.as.farah(), trial.call.id, null));
    expect(await formOf(fileId)).toBe(file);
    expect(bankFileSheet(trial.as.farah(), fileId)).toMatchObject({ hasBacs: true });
    expect(bankFileDownload(trial.as.amina(), fileId, 'bacs')).toBeNull();
  });

  it('has none for a partner that does not', () => {
    const trial = readyToPay();
    approved(trial);
    const { fileId } = must(makeBankFile(trial.as.finn(), trial.call.id));
    expect(bankFileSheet(trial.as.farah(), fileId)).toMatchObject({ hasBacs: false });
    expect(bankFileDownload(trial.as.farah(), fileId, 'bacs')).toBeNull();
    expect(bankFileDownload(trial.as.farah(), fileId, 'xml')).not.toBeNull();
  });

  it('sends every recipient one message when the bank has the file', () => {
    const trial = readyToPay();
    const { fileId, payoutId } = inFile(trial);
    must(markFileSent(trial.as.finn(), fileId));
    expect(markFileSent(trial.as.finn(), fileId)).toEqual({ ok: false, reason: 'already-sent' });
    expect(trancheAt(trial, 1)).toMatchObject({ status: 'with-the-bank', whoActsNext: 'bank' });
    must(markFileSettled(trial.as.farah(), fileId, 'Statement of 2 April, line 3'));
    expect(promised(trial, 'payout-sent')).toEqual([payoutId]);
    expect(trancheAt(trial, 1)).toMatchObject({ state: 'paid', whoActsNext: 'nobody', paidAt: trial.world.now() });
    expect(funds(trial)).toMatchObject({ inTransitMinor: 0, grantedMinor: 300_000, bankMinor: 300_000 });
  });

  it('settles nothing without evidence, and nothing twice', () => {
    const trial = readyToPay();
    const { fileId, payoutId } = inFile(trial);
    expect(markFileSettled(trial.as.finn(), fileId, ' ')).toEqual({ ok: false, reason: 'no-evidence' });
    must(markFileSettled(trial.as.finn(), fileId, 'Line 3'));
    expect(markFileSettled(trial.as.finn(), fileId, 'Line 3')).toEqual({ ok: false, reason: 'wrong-state' });
    expect(markSettled(trial.as.finn(), payoutId, 'Line 3')).toEqual({ ok: false, reason: 'wrong-state' });
    expect(isAudited(trial)).toEqual([]);
  });
});

describe('when a payment goes wrong', () => {
  it('undoes the reserve of one that never left, and pays again', () => {
    const trial = readyToPay();
    const { payoutId } = inFile(trial);
    must(markFailed(trial.as.finn(), payoutId, 'The bank refused the file'));
    expect(funds(trial)).toMatchObject({ payableMinor: 300_000, inTransitMinor: 0, bankMinor: 600_000 });
    expect(markSettled(trial.as.finn(), payoutId, 'Line 3')).toEqual({ ok: false, reason: 'wrong-state' });
    const again = inFile(trial);
    must(markSettled(trial.as.finn(), again.payoutId, 'Line 8'));
    expect(funds(trial)).toMatchObject({ grantedMinor: 300_000, bankMinor: 300_000 });
    expect(isAudited(trial)).toEqual([]);
  });

  it('takes back what the recipient’s bank returned, and says so', () => {
    const trial = readyToPay();
    const { payoutId } = inFile(trial);
    must(markSettled(trial.as.finn(), payoutId, 'Line 3'));
    must(markReturned(trial.as.farah(), payoutId, 'Account closed'));
    expect(trancheAt(trial, 1)).toMatchObject({ state: 'due', paidAt: null });
    expect(promised(trial, 'payout-came-back')).toEqual([payoutId]);
    expect(funds(trial)).toMatchObject({ grantedMinor: 0, payableMinor: 300_000, bankMinor: 600_000 });
    expect(isAudited(trial)).toEqual([]);
  });
});

describe('paying in another way', () => {
  it('reserves and settles in one step, with evidence, after two people agreed', () => {
    const trial = readyToPay('at-once', CHURCH_PAYS);
    const payoutId = submitted(trial);
    expect(markSettled(trial.as.finn(), payoutId, 'Receipt 12')).toEqual({ ok: false, reason: 'wrong-state' });
    must(approvePayout(trial.as.farah(), payoutId, hashSeen(trial, payoutId)));
    expect(makeBankFile(trial.as.finn(), trial.call.id)).toEqual({ ok: false, reason: 'nothing-approved' });
    must(markSettled(trial.as.finn(), payoutId, 'Receipt 12'));
    expect(promised(trial, 'payout-sent')).toEqual([payoutId]);
    expect(funds(trial)).toMatchObject({ grantedMinor: 300_000, bankMinor: 300_000 });
    expect(isAudited(trial)).toEqual([]);
  });
});
