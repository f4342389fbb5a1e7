import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { done } from '#app/kernel/outcome.ts';
import { insertDuty } from '#app/people/store.server.ts';
import { payout } from '#db/schema/payment.ts';
import type { TestWorld } from '#test/world/test-world.ts';
import { mentorOf } from '#test/world/trial-mentoring.ts';
import { approvePayout } from '../payment/commands/approve-payout.server.ts';
import { createPayout } from '../payment/commands/create-payout.server.ts';
import { payoutSheet } from '../payment/queries/payout-sheet.server.ts';
import { newestPayee } from '../payment/store/payees.server.ts';
import {
  approved,
  hashSeen,
  must,
  readyToPay,
  submitted,
  type TrialPayment,
  trancheAt,
} from '../payment/trial-payment.testing.ts';
import { matchMentor } from './commands/match-mentor.server.ts';

const give = (world: TestWorld, personId: Id, partnerId: Id) =>
  world.as(null).transact((tx) => done(insertDuty(tx, personId, partnerId, 'finance')));

/** Marta mentors Amina's group, and is given a finance person's duty afterwards. */
function martaJoinsFinance(trial: TrialPayment) {
  const mentorId = mentorOf(trial.world, trial, 'Marta', 'marta@people.example');
  must(matchMentor(trial.as.grace(), trial.awardId, mentorId));
  const martaId = trial.world.person('Marta');
  give(trial.world, martaId, trial.partnerId);
  return { marta: () => trial.world.as(martaId), martaId, mentorId };
}

describe('a mentor and the payments of her group', () => {
  it('are kept apart also when she is given a duty later: she prepares none', () => {
    const trial = readyToPay();
    const { marta, martaId } = martaJoinsFinance(trial);
    const trancheId = trancheAt(trial, 1).id;
    expect(createPayout(marta(), trancheId)).toEqual({ ok: false, reason: 'recused' });
    const { id: payeeVersionId } = newestPayee(trial.world.db, trial.awardId) ?? { id: '' };
    const draft = { id: 'p', trancheId, attempt: 1, rail: 'bank-file', amountMinor: 300_000, currency: 'GBP' } as const;
    const rest = { payeeVersionId, reference: 'R', endToEndId: 'E', state: 'draft', madeAt: 1 } as const;
    const insert = (makerId: Id) => () =>
      trial.world.db
        .insert(payout)
        .values({ ...draft, ...rest, makerId })
        .run();
    expect(insert(martaId)).toThrow(/kept from signing/);
    expect(insert(trial.staff.Finn)).not.toThrow();
  });

  it('are kept apart: she approves none, and her page says why', () => {
    const trial = readyToPay();
    const { marta, martaId } = martaJoinsFinance(trial);
    const payoutId = submitted(trial);
    expect(payoutSheet(marta(), payoutId)?.reader.mayNotApprove).toBe('recused');
    expect(approvePayout(marta(), payoutId, hashSeen(trial, payoutId))).toEqual({ ok: false, reason: 'recused' });
    const sign = `update payout set state = 'approved', checker_id = ?, approved_at = 1, approval_hash = 'x' where id = ?`;
    expect(() => trial.world.db.$client.prepare(sign).run(martaId, payoutId)).toThrow(/kept from signing/);
    expect(approvePayout(trial.as.farah(), payoutId, hashSeen(trial, payoutId)).ok).toBe(true);
  });

  it('stay apart when somebody else mentors the group', () => {
    const trial = readyToPay();
    const { marta } = martaJoinsFinance(trial);
    const otherId = mentorOf(trial.world, trial, 'Nabil', 'nabil@people.example');
    must(matchMentor(trial.as.grace(), trial.awardId, otherId));
    expect(createPayout(marta(), trancheAt(trial, 1).id)).toEqual({ ok: false, reason: 'recused' });
  });

  it.each(['Finn', 'Farah'] as const)('were apart before: %s, who signed one, becomes no mentor', (name) => {
    const trial = readyToPay();
    approved(trial);
    const sql = trial.world.db.$client;
    // As when her duty at the partner has ended since.
    sql.prepare('delete from duty where person_id = ?').run(trial.staff[name]);
    const mentorId = mentorOf(trial.world, trial, name, `${name.toLowerCase()}@people.example`);
    expect(matchMentor(trial.as.grace(), trial.awardId, mentorId)).toEqual({ ok: false, reason: 'signed-payments' });
    const recuse = () =>
      sql.prepare('insert into payout_recusal values (?, ?, 1)').run(trial.awardId, trial.staff[name]);
    expect(recuse).toThrow(/who signed a payment/);
  });

  it('are bound by the database: no match without the recusal, and none is taken back', () => {
    const trial = readyToPay();
    const { martaId } = martaJoinsFinance(trial);
    const sql = trial.world.db.$client;
    expect(() => sql.exec('delete from payout_recusal')).toThrow(/stays so/);
    expect(() => sql.exec(`update payout_recusal set person_id = '${trial.staff.Finn}'`)).toThrow(/stays so/);
    const otherId = mentorOf(trial.world, trial, 'Nabil', 'nabil@people.example');
    sql.exec('update mentor_match set ended_at = matched_at');
    const match = `insert into mentor_match (id, award_id, mentor_id, matched_at, matched_by) values ('m', ?, ?, 1, ?)`;
    expect(() => sql.prepare(match).run(trial.awardId, otherId, martaId)).toThrow(/kept from signing/);
  });
});
