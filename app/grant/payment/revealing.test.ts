import { describe, expect, it } from 'vitest';
import type { Context } from '#app/platform/context.server.ts';
import { payeeReveal } from '#db/schema/payment-reveal.ts';
import { recuseSigner } from './commands/recuse-signer.server.ts';
import { revealPayee, sendRevealCode } from './commands/reveal-payee.server.ts';
import { yourMoney } from './queries/your-money.server.ts';
import * as page from './routes/finance-payout-details.tsx';
import { must, readyToPay, submitted, type TrialPayment } from './trial-payment.testing.ts';

const WHY = 'The bank asked us to compare the number.';

function looks(trial: TrialPayment) {
  return yourMoney(trial.as.amina(), trial.applications.Amina ?? '')?.looks ?? [];
}

describe('whole bank details', () => {
  it('are shown once for a fresh code and a reason, and the group reads who looked', () => {
    const trial = readyToPay();
    const payoutId = submitted(trial);
    expect(looks(trial)).toEqual([]);
    const { code } = must(sendRevealCode(trial.as.farah(), payoutId));
    expect(revealPayee(trial.as.farah(), payoutId, '  ', code)).toEqual({ ok: false, reason: 'no-reason' });
    expect(revealPayee(trial.as.farah(), payoutId, WHY, code)).toMatchObject({
      ok: true,
      value: { kind: 'bank', sortCode: '089999', accountNumber: '66374958' },
    });
    expect(revealPayee(trial.as.farah(), payoutId, WHY, code)).toEqual({ ok: false, reason: 'no-code' });
    expect(looks(trial)).toMatchObject([{ who: expect.stringContaining('Farah'), why: WHY, version: 1 }]);
  });

  it('are shown to nobody for somebody else’s code, a wrong one, or none', () => {
    const trial = readyToPay();
    const payoutId = submitted(trial);
    const { code } = must(sendRevealCode(trial.as.farah(), payoutId));
    expect(revealPayee(trial.as.finn(), payoutId, WHY, code)).toEqual({ ok: false, reason: 'no-code' });
    const wrong = code === '000000' ? '000001' : '000000';
    expect(revealPayee(trial.as.farah(), payoutId, WHY, wrong)).toEqual({ ok: false, reason: 'wrong-code' });
    for (const context of [trial.as.amina(), trial.as.grace(), trial.world.as(null)]) {
      expect(sendRevealCode(context, payoutId)).toEqual({ ok: false, reason: 'not-found' });
      expect(revealPayee(context, payoutId, WHY, code)).toEqual({ ok: false, reason: 'not-found' });
    }
    expect(looks(trial)).toEqual([]);
    expect(revealPayee(trial.as.farah(), payoutId, WHY, code).ok).toBe(true);
  });

  it('are for nobody who may not handle the payment', () => {
    const trial = readyToPay();
    const payoutId = submitted(trial);
    const context = trial.as.farah();
    must(context.transact((tx) => recuseSigner(tx, context, trial.awardId, trial.staff.Farah)));
    expect(sendRevealCode(context, payoutId)).toEqual({ ok: false, reason: 'recused' });
    expect(revealPayee(context, payoutId, WHY, '000000')).toEqual({ ok: false, reason: 'recused' });
  });

  it('stand in the answer to one post, and in no page that is read again', async () => {
    const trial = readyToPay();
    const payoutId = submitted(trial);
    const ask = (portal: Context, posted?: Record<string, string>): never => {
      const body = new URLSearchParams(posted);
      const request = new Request('http://localhost/here', posted === undefined ? {} : { method: 'POST', body });
      return { request, params: { payoutId }, context: { portal } } as never;
    };
    const { code } = must(sendRevealCode(trial.as.farah(), payoutId));
    const answer = await page.action(ask(trial.as.farah(), { intent: 'show', why: WHY, code }));
    expect(JSON.stringify(answer)).toContain('66374958');
    expect(new Headers((answer as { init?: ResponseInit }).init?.headers).get('Cache-Control')).toBe('no-store');
    expect(JSON.stringify(page.loader(ask(trial.as.farah())))).not.toContain('66374958');
    const again = await page.action(ask(trial.as.farah(), { intent: 'show', why: WHY, code }));
    expect(JSON.stringify(again)).not.toContain('66374958');
    await expect(page.action(ask(trial.as.grace(), { intent: 'show', why: WHY, code }))).rejects.toMatchObject({
      status: 404,
    });
  });

  it('leave a line that plain SQL neither invents, changes nor removes', () => {
    const trial = readyToPay();
    const payoutId = submitted(trial);
    const { $client: sqlite } = trial.world.db;
    const invent = `insert into payee_reveal select 'r', id, '${trial.staff.Finn}', 'x', 1 from payee_version`;
    expect(() => sqlite.exec(invent)).toThrow('for a code of her own');
    const { code } = must(sendRevealCode(trial.as.farah(), payoutId));
    must(revealPayee(trial.as.farah(), payoutId, WHY, code));
    const twice =
      "insert into payee_reveal select 'r', payee_version_id, person_id, reason, revealed_at from payee_reveal";
    expect(() => sqlite.exec(twice)).toThrow('for a code of her own');
    expect(() => sqlite.exec("update payee_reveal set reason = 'x'")).toThrow('stays written down');
    expect(() => sqlite.exec('delete from payee_reveal')).toThrow('stays written down');
    expect(trial.world.db.select().from(payeeReveal).all()).toHaveLength(1);
  });
});
