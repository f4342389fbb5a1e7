import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBankFile } from '#app/grant/payment/commands/make-bank-file.server.ts';
import { markFileSent } from '#app/grant/payment/commands/mark-file-sent.server.ts';
import { markFileSettled } from '#app/grant/payment/commands/mark-settled.server.ts';
import { auditBooks } from '#app/grant/payment/queries/audit.server.ts';
import { bankFileDownload } from '#app/grant/payment/queries/bank-file-download.server.ts';
import { approved, inFile, must, readyToPay, type TrialPayment } from '#app/grant/payment/trial-payment.testing.ts';
import { type Context, contextOf } from '#app/platform/context.server.ts';
import { type Db, openSqlite } from '#db/client.server.ts';
import { afterEveryWrite } from './write-hook.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'payout-crash-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function save(trial: TrialPayment, name: string): string {
  const file = join(folder, `${name}.db`);
  writeFileSync(file, trial.world.db.$client.serialize());
  return file;
}

function finnAt(trial: TrialPayment, file: string): Context {
  const db = drizzle(openSqlite(file)) as Db;
  return contextOf({ ...trial.world, db }, trial.world.actor(trial.staff.Finn));
}

/** What a person would find after the restart. */
function restart(file: string) {
  const db = drizzle(openSqlite(file)) as Db;
  const one = (query: string) => db.$client.prepare(query).pluck().get();
  const facts = {
    failedChecks: auditBooks({ db }).filter((check) => !check.ok),
    payout: one('select state from payout'),
    tranche: one('select state from tranche where position = 1'),
    files: one('select count(*) from bank_file'),
    postings: one("select count(*) from ledger_tx where kind like 'payout-%'"),
    promises: one("select count(*) from outbox_promise where kind = 'payout-sent'"),
  };
  db.$client.close();
  return facts;
}

/**
 * Takes a step and photographs the disk after each of its writes: what a machine that stops there would find.
 * Every photograph must show the books as they were before the step.
 */
function photographEveryWrite(trial: TrialPayment, name: string, step: (context: Context) => { ok: boolean }) {
  const file = save(trial, name);
  const before = restart(file);
  const context = finnAt(trial, file);
  const photographs: string[] = [];
  afterEveryWrite(context.db.$client, (write) => {
    const photograph = join(folder, `${name}-${write}.db`);
    copyFileSync(file, photograph);
    copyFileSync(`${file}-wal`, `${photograph}-wal`);
    photographs.push(photograph);
  });
  expect(step(context).ok).toBe(true);
  context.db.$client.close();
  for (const photograph of photographs) expect(restart(photograph), photograph).toEqual(before);
  return { before, after: restart(file), writes: photographs.length };
}

/** Finn makes a bank file in a process that is killed at its N-th write; with 0 right after the commit. */
function die(trial: TrialPayment, file: string, dieAt: number): void {
  const script = 'test/crash/pay-and-die.ts';
  const run = spawnSync(process.execPath, [script, file, trial.staff.Finn, trial.call.id, String(dieAt)], {
    encoding: 'utf8',
  });
  expect(run.signal, run.stderr).toBe('SIGKILL');
}

describe('a crash while a payout moves', { timeout: 60_000 }, () => {
  it('leaves neither a bank file nor a reserve, or both (C1, C8)', () => {
    const trial = readyToPay();
    approved(trial);
    const { before, after, writes } = photographEveryWrite(trial, 'file', (finn) => makeBankFile(finn, trial.call.id));
    expect(writes).toBeGreaterThan(5);
    expect(before).toMatchObject({ failedChecks: [], payout: 'approved', files: 0, postings: 0 });
    expect(after).toMatchObject({ failedChecks: [], payout: 'reserved', files: 1, postings: 1 });
  });

  it('tells nobody of a payment that the bank does not have, and everybody of one it has (C2)', () => {
    const trial = readyToPay();
    const { fileId } = inFile(trial);
    const { before, after } = photographEveryWrite(trial, 'sent', (finn) => markFileSent(finn, fileId));
    expect(before).toMatchObject({ failedChecks: [], payout: 'reserved', promises: 0 });
    expect(after).toMatchObject({ failedChecks: [], payout: 'sending', promises: 1 });
  });

  it('never shows a state that the ledger does not (C8)', () => {
    const trial = readyToPay();
    const { fileId } = inFile(trial);
    must(markFileSent(trial.as.finn(), fileId));
    const { before, after } = photographEveryWrite(trial, 'settle', (finn) => markFileSettled(finn, fileId, 'Line 3'));
    expect(before).toMatchObject({ failedChecks: [], payout: 'sending', tranche: 'in-payment', postings: 1 });
    expect(after).toMatchObject({ failedChecks: [], payout: 'settled', tranche: 'paid', postings: 2 });
  });

  it('is no different when the process is really killed, and keeps bytes that nobody has downloaded (C9)', async () => {
    const trial = readyToPay();
    approved(trial);
    const file = save(trial, 'killed');
    const before = restart(file);
    die(trial, file, 6);
    expect(restart(file)).toEqual(before);
    die(trial, file, 0);
    expect(restart(file)).toMatchObject({ failedChecks: [], payout: 'reserved', files: 1 });

    const finn = finnAt(trial, file);
    expect(makeBankFile(finn, trial.call.id)).toEqual({ ok: false, reason: 'nothing-approved' });
    const fileId = finn.db.$client.prepare('select id from bank_file').pluck().get() as string;
    const download = async () => (await bankFileDownload(finn, fileId, 'xml')?.text()) ?? '';
    const first = await download();
    expect(first).toContain('<InstdAmt Ccy="GBP">3000.00</InstdAmt>');
    expect(await download()).toBe(first);
    finn.db.$client.close();
  });
});
