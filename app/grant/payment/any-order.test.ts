import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payout, tranche } from '#db/schema/payment.ts';
import { approvePayout } from './commands/approve-payout.server.ts';
import { confirmPayee, sendPayeeCode } from './commands/confirm-payee.server.ts';
import { createPayout } from './commands/create-payout.server.ts';
import { makeBankFile } from './commands/make-bank-file.server.ts';
import { markFailed, markReturned } from './commands/mark-failed.server.ts';
import { markFileSent } from './commands/mark-file-sent.server.ts';
import { markSettled } from './commands/mark-settled.server.ts';
import { planTranches } from './commands/plan-tranches.server.ts';
import { rejectPayout } from './commands/reject-payout.server.ts';
import { releaseNextTranche } from './commands/release-next-tranche.server.ts';
import { setPayee } from './commands/set-payee.server.ts';
import { submitPayout } from './commands/submit-payout.server.ts';
import { auditBooks } from './queries/audit.server.ts';
import { HOLD_AFTER_CHANGE } from './rules/payee-hold.ts';
import {
  AMINAS_ACCOUNT,
  ANOTHER_ACCOUNT,
  acceptedAward,
  bookFunds,
  CHURCH_PAYS,
  confirmed,
  hashSeen,
  must,
  type TrialPayment,
} from './trial-payment.testing.ts';

type Target = { readonly trancheId: string; readonly payoutId: string; readonly fileId: string };

/** Everything the people around one award can press, in any order, by anybody. */
const BUTTONS: Readonly<Record<string, (trial: TrialPayment, target: Target) => unknown>> = {
  plan: ({ world, awardId }) => planTranches(world.as(null), awardId),
  release: ({ as, awardId }) => releaseNextTranche(as.grace(), awardId),
  account: ({ as, awardId }) => setPayee(as.amina(), awardId, AMINAS_ACCOUNT, false),
  otherAccount: ({ as, awardId }) => setPayee(as.amina(), awardId, ANOTHER_ACCOUNT, false),
  otherWay: ({ as, awardId }) => setPayee(as.amina(), awardId, CHURCH_PAYS, false),
  confirm: ({ as, awardId }) => {
    const sent = sendPayeeCode(as.amina(), awardId);
    return sent.ok ? confirmPayee(as.amina(), awardId, sent.value.code) : sent;
  },
  wait: ({ world }) => world.pass(HOLD_AFTER_CHANGE),
  prepare: ({ as }, { trancheId }) => createPayout(as.finn(), trancheId),
  prepareToo: ({ as }, { trancheId }) => createPayout(as.farah(), trancheId),
  submit: ({ as }, { payoutId }) => [submitPayout(as.finn(), payoutId), submitPayout(as.farah(), payoutId)],
  approve: (trial, { payoutId }) => approvePayout(trial.as.farah(), payoutId, hashSeen(trial, payoutId)),
  approveToo: (trial, { payoutId }) => approvePayout(trial.as.finn(), payoutId, hashSeen(trial, payoutId)),
  reject: ({ as }, { payoutId }) => rejectPayout(as.farah(), payoutId, 'Not yet'),
  file: ({ as, call }) => makeBankFile(as.finn(), call.id),
  sent: ({ as }, { fileId }) => markFileSent(as.finn(), fileId),
  settle: ({ as }, { payoutId }) => markSettled(as.farah(), payoutId, 'Line 3'),
  fail: ({ as }, { payoutId }) => markFailed(as.finn(), payoutId, 'Refused'),
  giveBack: ({ as }, { payoutId }) => markReturned(as.finn(), payoutId, 'Closed'),
};

/** Some tranche, and one of the youngest payouts: those have something left to do. */
function aim({ world }: TrialPayment, pick: number): Target {
  const tranches = world.db.select().from(tranche).all();
  const youngest = world.db.select().from(payout).all().slice(-3);
  const aimedAt = youngest[pick % Math.max(1, youngest.length)];
  return {
    trancheId: tranches[pick % Math.max(1, tranches.length)]?.id ?? 'none',
    payoutId: aimedAt?.id ?? 'none',
    fileId: aimedAt?.bankFileId ?? 'none',
  };
}

/** The way to the money is pressed more often than the ways off it, or a walk of this length never arrives. */
const ONWARD = ['release', 'wait', 'confirm', 'prepare', 'submit', 'approve', 'file', 'settle'];
const anyButton = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ONWARD) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(BUTTONS)) },
);

/** How often each end was reached: a property that never gets anywhere proves nothing. */
const reached = { settled: 0, returned: 0, failed: 0, cancelled: 0 };

describe('pressing any button in any order', () => {
  it('never loses, makes or pays twice a single penny', { timeout: 60_000 }, () => {
    const walk = fc.array(fc.tuple(anyButton, fc.nat(5)), {
      minLength: 20,
      maxLength: 90,
      size: 'max',
    });
    fc.assert(
      fc.property(walk, (steps) => {
        const trial = acceptedAward('three-parts');
        bookFunds(trial);
        must(setPayee(trial.as.amina(), trial.awardId, AMINAS_ACCOUNT, false));
        confirmed(trial);
        for (const [step, pick] of steps) {
          BUTTONS[step]?.(trial, aim(trial, pick));
          const failed = auditBooks(trial.as.finn()).filter((check) => !check.ok);
          expect(failed, step).toEqual([]);
        }
        for (const row of trial.world.db.select().from(payout).all()) {
          if (row.state in reached) reached[row.state as keyof typeof reached] += 1;
        }
        trial.world.db.$client.close();
      }),
      { numRuns: 25, seed: 2026 },
    );
    for (const [end, times] of Object.entries(reached)) expect(times, end).toBeGreaterThan(0);
  });
});
