import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { actorOf } from '#app/people/queries/people.server.ts';
import { contextOf } from '#app/platform/context.server.ts';
import { openFileStore } from '#app/platform/open-file-store.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { payoutStop } from '#db/schema/payment.ts';
import { approvePayout } from './commands/approve-payout.server.ts';
import { checkBooks } from './commands/check-books.server.ts';
import { checkRestore } from './commands/check-restore.server.ts';
import { liftRestoredStop } from './commands/lift-restored-stop.server.ts';
import { makeBankFile } from './commands/make-bank-file.server.ts';
import { releaseNextTranche } from './commands/release-next-tranche.server.ts';
import { financeDesk } from './queries/finance-desk.server.ts';
import { approved, hashSeen, must, readyToPay, submitted, type TrialPayment } from './trial-payment.testing.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'common-pot-restore-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A portal whose books are those of a copy, and whose files are where they were. */
function portalOn(trial: TrialPayment, copy: Buffer): TrialPayment {
  const env = { ...trial.world.env, DATA_DIR: folder };
  const world = { ...trial.world, env, files: openFileStore(env), db: openDatabase(Buffer.from(copy)) };
  const as = (personId: Id | null) => contextOf(world, personId === null ? null : actorOf(world, personId));
  const { staff, people } = trial;
  return {
    ...trial,
    world: { ...world, as },
    as: {
      amina: () => as(people.Amina ?? ''),
      grace: () => as(staff.Grace),
      finn: () => as(staff.Finn),
      farah: () => as(staff.Farah),
    },
  };
}

const copyOf = ({ world }: TrialPayment) => world.db.$client.serialize();
const keep = ({ world }: TrialPayment) => keepPromises(() => world.as(null), keepers);
const check = ({ world }: TrialPayment) => checkRestore(world.as(null));
const pay = (trial: TrialPayment) => makeBankFile(trial.as.finn(), trial.call.id);

/** The first of three parts is approved; the portal is as it would start, and the copy was made before the bank file. */
async function paidAfterTheCopy() {
  const trial = readyToPay('three-parts');
  const portal = portalOn(trial, copyOf(trial));
  approved(portal);
  const copy = copyOf(portal);
  must(pay(portal));
  await keep(portal);
  return { portal, copy };
}

describe('a portal that came back from an older copy', () => {
  it('pays nobody a second time until somebody has compared the bank, and then goes on', async () => {
    const { portal, copy } = await paidAfterTheCopy();
    expect(await check(portal)).toBe('in-order');
    const older = portalOn(portal, copy);
    expect(await check(older)).toBe('stopped');
    expect(await check(older)).toBe('stopped');
    expect(older.world.db.select().from(payoutStop).all()).toMatchObject([{ reason: 'restored', detail: '1' }]);
    expect(financeDesk(older.as.farah())?.stop).toBe('restored');
    expect(pay(older)).toEqual({ ok: false, reason: 'payouts-stopped' });
    // That the balances agree says nothing about what is missing.
    expect(checkBooks(older.world.as(null))).toBe('in-order');
    expect(pay(older)).toEqual({ ok: false, reason: 'payouts-stopped' });
    for (const context of [older.as.amina(), older.as.grace(), older.world.as(null)])
      expect(liftRestoredStop(context, 'Nothing')).toEqual({ ok: false, reason: 'not-found' });
    must(liftRestoredStop(older.as.farah(), ' All statements since Monday '));
    expect(older.world.db.select().from(payoutStop).all()).toMatchObject([
      { liftedBy: portal.staff.Farah, liftNote: 'All statements since Monday' },
    ]);
    await keep(older);
    expect(await check(older)).toBe('in-order');
    must(pay(older));
    expect(liftRestoredStop(older.as.farah(), 'Again')).toEqual({ ok: false, reason: 'not-stopped' });
  });

  it('approves nothing either, also by plain SQL', async () => {
    const { portal, copy } = await paidAfterTheCopy();
    const older = portalOn(portal, copy);
    must(releaseNextTranche(older.as.grace(), older.awardId));
    const payoutId = submitted(older, 2);
    await check(older);
    expect(approvePayout(older.as.farah(), payoutId, hashSeen(older, payoutId))).toEqual({
      ok: false,
      reason: 'payouts-stopped',
    });
    const byHand = `update payout set state = 'approved', checker_id = '${older.staff.Farah}', approved_at = 1, approval_hash = 'x' where id = '${payoutId}'`;
    expect(() => older.world.db.$client.exec(byHand)).toThrow('payouts are stopped');
  });

  it('is not suspected where nothing was noted, or where the books know more than the note', async () => {
    const trial = readyToPay();
    const portal = portalOn(trial, copyOf(trial));
    expect(await check(portal)).toBe('in-order');
    approved(portal);
    must(pay(portal));
    // The promise to note it is not kept yet: a crash here leaves the note behind, never ahead.
    expect(await check(portal)).toBe('in-order');
    await portal.world.files.writeNote('payments', 'scribbled over');
    expect(await check(portal)).toBe('in-order');
  });
});
