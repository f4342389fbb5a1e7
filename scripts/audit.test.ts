import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markSettled } from '#app/grant/payment/commands/mark-settled.server.ts';
import { inFile, must, readyToPay } from '#app/grant/payment/trial-payment.testing.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the script as anyone would: another process, nothing but the file. */
function audit(...options: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/audit.ts', ...options], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: folder, DEMO: '0' },
  });
}

describe('auditing the books from the command line', { timeout: 60_000 }, () => {
  it('says so when there is no portal', () => {
    const run = audit();
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('There is no portal in');
  });

  it('finds good books good, and names a balance that somebody changed', () => {
    const trial = readyToPay('two-parts');
    must(markSettled(trial.as.finn(), inFile(trial).payoutId, 'Line 3'));
    const file = join(folder, 'portal.db');
    writeFileSync(file, trial.world.db.$client.serialize());
    const good = audit('--json');
    const report = JSON.parse(good.stdout) as { ok: boolean; checks: { ok: boolean }[] };
    expect(good.status).toBe(0);
    expect(report.ok).toBe(true);
    expect(report.checks.length).toBeGreaterThan(10);

    trial.world.db.$client.exec("update ledger_account set balance = balance + 7 where kind = 'available'");
    writeFileSync(file, trial.world.db.$client.serialize());
    const bad = audit();
    expect(bad.status).toBe(1);
    expect(bad.stdout).toContain('NO   every balance is the sum of its entries: available');
    expect(bad.stdout).toContain('The books do NOT balance.');
  });
});
