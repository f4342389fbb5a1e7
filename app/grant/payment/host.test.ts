import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '#app/platform/messages.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { answerForHost } from './commands/answer-for-host.server.ts';
import { askHostAgain } from './commands/ask-host.server.ts';
import { createPayout } from './commands/create-payout.server.ts';
import { setPayee } from './commands/set-payee.server.ts';
import { hostPage } from './queries/host-page.server.ts';
import { yourMoney } from './queries/your-money.server.ts';
import { HOST_LETTER_GOOD_FOR } from './rules/host-answer.ts';
import { HOLD_AFTER_CHANGE } from './rules/payee-hold.ts';
import {
  ANOTHER_ACCOUNT,
  confirmed,
  HOST_HOLDS,
  inFile,
  must,
  readyToPay,
  type TrialPayment,
  trancheAt,
} from './trial-payment.testing.ts';

const HOST = 'ruth@st-marks.example';

/** The token in the newest letter to the host. */
async function tokenMailed(trial: TrialPayment): Promise<string> {
  const visitor = trial.world.as(null);
  expect((await keepPromises(() => trial.world.as(null), keepers)).failed).toBe(0);
  const letters = trial.world.db.select().from(message).where(eq(message.recipient, HOST)).all();
  const newest = letters.at(-1);
  const html = newest === undefined ? '' : wordsOf(visitor, newest).html;
  return /\/host\/([0-9a-z]{32})/.exec(html)?.[1] ?? '';
}

const answer = (trial: TrialPayment, token: string, said: 'accepted' | 'declined' = 'accepted') =>
  answerForHost(trial.world.as(null), token, said, 'Ruth Adeyemi');
const prepare = (trial: TrialPayment) => createPayout(trial.as.finn(), trancheAt(trial, 1).id);

describe('a fiscal host', () => {
  it('is paid only once it has accepted, and the group always reads who acts next', async () => {
    const trial = readyToPay('at-once', HOST_HOLDS);
    expect(trancheAt(trial, 1)).toMatchObject({ status: 'host-asked', whoActsNext: 'host' });
    expect(prepare(trial)).toEqual({ ok: false, reason: 'host-asked' });
    const token = await tokenMailed(trial);
    expect(hostPage(trial.world.as(null), token)).toMatchObject({
      state: 'open',
      facts: { hostName: 'St Mark’s', amountMinor: 300_000, keepsMinor: 15_000, masked: '•• •• 58' },
    });
    expect(answer(trial, token)).toEqual({ ok: true, value: 'accepted' });
    expect(trancheAt(trial, 1)).toMatchObject({ status: 'ready-to-pay', whoActsNext: 'finance' });
    expect(yourMoney(trial.as.amina(), trial.applications.Amina ?? '')?.payee).toMatchObject({
      holder: 'host',
      host: { name: 'St Mark’s', keepsMinor: 15_000, standing: 'accepted' },
    });
    expect(inFile(trial).fileId).not.toBe('');
  });

  it('says no, and the group chooses again', async () => {
    const trial = readyToPay('at-once', HOST_HOLDS);
    must(answer(trial, await tokenMailed(trial), 'declined'));
    expect(trancheAt(trial, 1)).toMatchObject({ status: 'host-declined', whoActsNext: 'recipient' });
    expect(prepare(trial)).toEqual({ ok: false, reason: 'host-declined' });
    must(setPayee(trial.as.amina(), trial.awardId, ANOTHER_ACCOUNT, false));
    confirmed(trial);
    trial.world.pass(HOLD_AFTER_CHANGE);
    expect(prepare(trial).ok).toBe(true);
  });

  it('answers once, and with one use of its link', async () => {
    const trial = readyToPay('at-once', HOST_HOLDS);
    const token = await tokenMailed(trial);
    expect(answerForHost(trial.world.as(null), token, 'accepted', '  ')).toEqual({ ok: false, reason: 'name-missing' });
    must(answer(trial, token));
    expect(answer(trial, token, 'declined')).toEqual({ ok: false, reason: 'answered' });
    expect(hostPage(trial.world.as(null), token)).toMatchObject({ state: 'answered', answer: 'accepted' });
    expect(askHostAgain(trial.as.amina(), trial.awardId)).toEqual({ ok: false, reason: 'nobody-to-ask' });
    for (const wrong of ['', 'f'.repeat(32), `${token}x`]) {
      expect(answer(trial, wrong)).toEqual({ ok: false, reason: 'not-found' });
      expect(hostPage(trial.world.as(null), wrong)).toBeNull();
    }
  });

  it('is asked again by the group alone; the letter before then shows nothing any more', async () => {
    const trial = readyToPay('at-once', HOST_HOLDS);
    const first = await tokenMailed(trial);
    expect(askHostAgain(trial.as.finn(), trial.awardId)).toEqual({ ok: false, reason: 'not-found' });
    trial.world.pass(1);
    must(askHostAgain(trial.as.amina(), trial.awardId));
    const second = await tokenMailed(trial);
    expect(second).not.toBe(first);
    expect(hostPage(trial.world.as(null), first)).toMatchObject({ state: 'superseded', facts: null });
    expect(answer(trial, first)).toEqual({ ok: false, reason: 'superseded' });
    trial.world.pass(HOST_LETTER_GOOD_FOR);
    expect(hostPage(trial.world.as(null), second)).toMatchObject({ state: 'expired', facts: null });
    expect(answer(trial, second)).toEqual({ ok: false, reason: 'expired' });
  });

  it('is asked anew about changed details, however it answered before', async () => {
    const trial = readyToPay('at-once', HOST_HOLDS);
    const first = await tokenMailed(trial);
    must(answer(trial, first));
    must(setPayee(trial.as.amina(), trial.awardId, { ...HOST_HOLDS, name: 'St Mark’s Hall' }, false));
    confirmed(trial);
    trial.world.pass(HOLD_AFTER_CHANGE);
    expect(hostPage(trial.world.as(null), first)).toMatchObject({ state: 'superseded', facts: null });
    expect(prepare(trial)).toEqual({ ok: false, reason: 'host-asked' });
    must(answer(trial, await tokenMailed(trial)));
    expect(prepare(trial).ok).toBe(true);
  });

  it('keeps what the group agreed to, and no other sum', () => {
    const trial = readyToPay();
    const wish = (keepsMinor: number, fee = HOST_HOLDS.host.fee) =>
      setPayee(
        trial.as.amina(),
        trial.awardId,
        { ...HOST_HOLDS, host: { ...HOST_HOLDS.host, fee, keepsMinor } },
        false,
      );
    expect(wish(14_999)).toEqual({ ok: false, reason: 'fee-not-agreed' });
    expect(wish(Number.NaN)).toEqual({ ok: false, reason: 'fee-not-agreed' });
    expect(wish(300_000, { kind: 'amount', amountMinor: 300_000 })).toEqual({ ok: false, reason: 'fee-too-high' });
    expect(wish(15_000).ok).toBe(true);
    expect(wish(15_000)).toEqual({ ok: true, value: 'unchanged' });
  });

  it('has its answer told to the group', async () => {
    const trial = readyToPay('at-once', HOST_HOLDS);
    must(answer(trial, await tokenMailed(trial)));
    await keepPromises(() => trial.world.as(null), keepers);
    const told = trial.world.db.select().from(message).where(eq(message.recipient, 'amina@people.example')).all();
    expect(told.at(-1)?.text).toContain('St Mark’s has said yes');
  });
});
