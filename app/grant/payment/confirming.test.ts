import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#app/kernel/instant.ts';
import { CODE_GOOD_FOR, CODES_PER_HOUR_MAX, WRONG_TRIES_MAX } from '#app/people/rules/sign-in.ts';
import { wordsOf } from '#app/platform/messages.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { confirmPayee, sendPayeeCode } from './commands/confirm-payee.server.ts';
import { createPayout } from './commands/create-payout.server.ts';
import { planTranches } from './commands/plan-tranches.server.ts';
import { setPayee } from './commands/set-payee.server.ts';
import { yourMoney } from './queries/your-money.server.ts';
import { HOLD_AFTER_CHANGE } from './rules/payee-hold.ts';
import {
  AMINAS_ACCOUNT,
  ANOTHER_ACCOUNT,
  acceptedAward,
  bookFunds,
  confirmed,
  must,
  readyToPay,
  type TrialPayment,
  trancheAt,
} from './trial-payment.testing.ts';

/** Amina has typed where her money goes, and no code yet. */
function typed(): TrialPayment {
  const trial = acceptedAward();
  bookFunds(trial);
  must(planTranches(trial.world.as(null), trial.awardId));
  must(setPayee(trial.as.amina(), trial.awardId, AMINAS_ACCOUNT, false));
  return trial;
}

const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const prepare = (trial: TrialPayment) => createPayout(trial.as.finn(), trancheAt(trial, 1).id);

describe('a payee', () => {
  it('is paid once its recipient has typed the code from her mailbox', () => {
    const trial = typed();
    expect(trancheAt(trial, 1)).toMatchObject({ status: 'needs-code', whoActsNext: 'recipient' });
    expect(yourMoney(trial.as.amina(), trial.applications.Amina ?? '')?.confirming?.recipient).toContain('Amina');
    expect(prepare(trial)).toEqual({ ok: false, reason: 'payee-unconfirmed' });
    confirmed(trial);
    expect(yourMoney(trial.as.amina(), trial.applications.Amina ?? '')?.confirming).toBeNull();
    expect(trancheAt(trial, 1).status).toBe('ready-to-pay');
    expect(prepare(trial).ok).toBe(true);
  });

  it('is confirmed anew with every change, and still held', () => {
    const trial = readyToPay();
    must(setPayee(trial.as.amina(), trial.awardId, ANOTHER_ACCOUNT, false));
    trial.world.pass(HOLD_AFTER_CHANGE);
    expect(prepare(trial)).toEqual({ ok: false, reason: 'payee-unconfirmed' });
    confirmed(trial);
    expect(prepare(trial).ok).toBe(true);
    const held = readyToPay();
    must(setPayee(held.as.amina(), held.awardId, ANOTHER_ACCOUNT, false));
    confirmed(held);
    expect(prepare(held)).toEqual({ ok: false, reason: 'payee-on-hold' });
  });

  it('is confirmed by nobody outside of the group, whatever they type', () => {
    const trial = typed();
    const { code } = must(sendPayeeCode(trial.as.amina(), trial.awardId));
    for (const context of [trial.as.finn(), trial.as.grace(), trial.world.as(null)]) {
      expect(confirmPayee(context, trial.awardId, code)).toEqual({ ok: false, reason: 'not-found' });
      expect(sendPayeeCode(context, trial.awardId)).toEqual({ ok: false, reason: 'not-found' });
    }
    expect(confirmPayee(trial.as.amina(), trial.awardId, code).ok).toBe(true);
  });

  it('has its code sent to the recipient’s own address, sealed, when it is typed', async () => {
    const trial = typed();
    const sent = () =>
      trial.world.db
        .select()
        .from(message)
        .all()
        .filter((row) => row.secret);
    expect((await keepPromises(() => trial.world.as(null), keepers)).failed).toBe(0);
    expect(sent().map((row) => [row.recipient, row.text.includes('grant'), row.partnerId])).toEqual([
      ['amina@people.example', false, null],
    ]);
    const [letter] = sent();
    expect(letter === undefined ? '' : wordsOf(trial.world.as(null), letter).text).toContain(
      'the money of a grant goes',
    );
  });
});

describe('a code about a payee', () => {
  it('is good for ten minutes, five tries and one use; only the newest counts', () => {
    const trial = typed();
    const first = must(sendPayeeCode(trial.as.amina(), trial.awardId)).code;
    trial.world.pass(MINUTE);
    const second = must(sendPayeeCode(trial.as.amina(), trial.awardId)).code;
    const type = (code: string) => confirmPayee(trial.as.amina(), trial.awardId, code);
    if (first !== second) expect(type(first)).toEqual({ ok: false, reason: 'wrong-code' });
    for (let tries = first === second ? 0 : 1; tries < WRONG_TRIES_MAX; tries += 1) {
      expect(type(another(second))).toEqual({ ok: false, reason: 'wrong-code' });
    }
    expect(type(second)).toEqual({ ok: false, reason: 'too-many-tries' });
    const third = must(sendPayeeCode(trial.as.amina(), trial.awardId)).code;
    trial.world.pass(CODE_GOOD_FOR);
    expect(type(third)).toEqual({ ok: false, reason: 'code-expired' });
    const fourth = must(sendPayeeCode(trial.as.amina(), trial.awardId)).code;
    expect(type(` ${fourth.slice(0, 3)} ${fourth.slice(3)} `).ok).toBe(true);
    expect(sendPayeeCode(trial.as.amina(), trial.awardId)).toEqual({ ok: false, reason: 'nothing-to-confirm' });
  });

  it('is of one version: a code for other details confirms nothing', () => {
    const trial = typed();
    const { code } = must(sendPayeeCode(trial.as.amina(), trial.awardId));
    must(setPayee(trial.as.amina(), trial.awardId, ANOTHER_ACCOUNT, false));
    const outcome = confirmPayee(trial.as.amina(), trial.awardId, code);
    // One in a million times both are the same six numbers; the hash is of the version as well.
    expect(outcome).toEqual({ ok: false, reason: 'wrong-code' });
  });

  it('floods no mailbox', () => {
    const trial = typed();
    for (let sent = 1; sent < CODES_PER_HOUR_MAX; sent += 1) must(sendPayeeCode(trial.as.amina(), trial.awardId));
    expect(sendPayeeCode(trial.as.amina(), trial.awardId)).toEqual({ ok: false, reason: 'too-many-codes' });
    expect(setPayee(trial.as.amina(), trial.awardId, ANOTHER_ACCOUNT, false).ok).toBe(true);
    trial.world.pass(HOUR);
    expect(sendPayeeCode(trial.as.amina(), trial.awardId).ok).toBe(true);
  });
});
