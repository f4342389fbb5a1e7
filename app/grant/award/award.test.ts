import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { application as applications } from '#db/schema/application.ts';
import { award, awardDecision, awardOutcome } from '#db/schema/award.ts';
import { outboxPromise } from '#db/schema/platform.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import {
  accept,
  acceptedRound,
  offeredRound,
  shortlistedCall,
  TRIAL_GROUPS,
  type TrialRound,
  trialChoices,
} from '#test/world/trial-award.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { insertHelp } from '../application/store/help.server.ts';
import { acceptAward } from './commands/accept-award.server.ts';
import { closeReserve } from './commands/close-reserve.server.ts';
import { offerAwardAgain } from './commands/offer-award-again.server.ts';
import { offerAwards } from './commands/offer-awards.server.ts';
import { offerReserve } from './commands/offer-reserve.server.ts';
import { refuseAward } from './commands/refuse-award.server.ts';
import { saveAwardDraft } from './commands/save-award-draft.server.ts';
import { decideAwardsByTwo } from './decide-by-two.testing.ts';
import { awardOfApplication, awardsOfCall, awardsOfPerson } from './queries/award-card.server.ts';
import { decisionDesk } from './queries/decision-desk.server.ts';
import { decisionMatter } from './queries/decision-matter.server.ts';
import { offerPage } from './queries/offer-page.server.ts';
import { outcomeOf } from './queries/outcome.server.ts';
import { readAgreement } from './rules/agreement.ts';

function promises(world: TestWorld, kind: string): string[] {
  return world.db
    .select()
    .from(outboxPromise)
    .where(eq(outboxPromise.kind, kind))
    .all()
    .map((row) => row.subjectId);
}

const grace = (world: TestWorld, round: TrialRound) => world.as(round.staff.Grace);
const group = (world: TestWorld, round: TrialRound, name: string) => world.as(round.people[name] ?? '');
const application = (round: TrialRound, name: string) => round.applications[name] ?? '';
const follow = { publicReason: '' };

describe('deciding', () => {
  it('shows who helped each group, where the manager decides', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const help = { kind: 'one-to-one', minutes: 30, by: round.staff.Grace, at: world.now() } as const;
    for (const name of ['Bilal', 'Dara']) {
      insertHelp(world.db, { ...help, id: world.newId(), applicationId: application(round, name) });
    }
    const desk = decisionDesk(grace(world, round), round.call.id);
    const handsOf = (name: string) =>
      [...(desk?.ranked ?? []), ...(desk?.others ?? [])].find((one) => one.applicationId === application(round, name))
        ?.hands;
    expect(handsOf('Amina')).toBeNull();
    for (const name of ['Bilal', 'Dara']) expect(handsOf(name)).toEqual({ writtenBy: null, helpedBy: ['Grace'] });
  });
});

describe('taking an application back after the decision', () => {
  it('is possible while its offer is open, and then the offer cannot be accepted', async () => {
    const world = testWorld();
    const round = offeredRound(world);
    expect((await withdrawApplication(group(world, round, 'Amina'), application(round, 'Amina'))).ok).toBe(true);
    const offer = awardOfApplication(world.as(null), application(round, 'Amina'));
    const agreementHash = offerPage(group(world, round, 'Amina'), application(round, 'Amina'))?.agreementHash ?? '';
    const answer = acceptAward(group(world, round, 'Amina'), offer?.id ?? '', { typedName: 'Amina', agreementHash });
    expect(answer).toEqual({ ok: false, reason: 'application-withdrawn' });
    expect(promises(world, 'award-accepted')).toEqual([]);
  });

  it('is over once its offer was accepted, for the applicant and for plain SQL', async () => {
    const world = testWorld();
    const round = acceptedRound(world);
    const accepted = application(round, 'Amina');
    expect(await withdrawApplication(group(world, round, 'Amina'), accepted)).toEqual({ ok: false, reason: 'settled' });
    const sql = (statement: string) => () => world.db.$client.exec(statement);
    expect(
      sql(`update application set state = 'withdrawn', withdrawn_at = 1, settled_at = null where id = '${accepted}'`),
    ).toThrow(/an award rests on stays/);
    expect(sql(`update application set settled_at = null where id = '${accepted}'`)).toThrow(/an award rests on stays/);
    const { settledAt } = world.db.select().from(applications).where(eq(applications.id, accepted)).get() ?? {};
    expect(settledAt).toBe(world.now());
  });
});

describe('deciding the awards', () => {
  it('ranks the shortlist by the published rule and keeps every figure', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    expect(
      decideAwardsByTwo(grace(world, round), world.as(round.staff.Farah), round.call.id, {
        choices: trialChoices(round),
        ...follow,
      }).ok,
    ).toBe(true);
    const decided = world.db.select().from(awardDecision).get();
    expect(decided?.formula).toMatchObject({ panelPercent: 100, publicPercent: 0, poll: null, potMinor: 600_000 });
    expect(decided?.ranking).toMatchObject([
      { applicationId: application(round, 'Amina'), position: 1, meanMilli: 5000, points: '100.00' },
      { applicationId: application(round, 'Bilal'), position: 2, meanMilli: 4000, points: '75.00' },
      { applicationId: application(round, 'Chen'), position: 3, meanMilli: 3000, points: '50.00' },
    ]);
    expect(outcomeOf(world.as(null), application(round, 'Dara'))).toMatchObject({
      outcome: 'declined',
      position: null,
      reason: 'Ask five people to plan it with you.',
      nearly: true,
      toldAt: null,
    });
    expect(outcomeOf(world.as(null), application(round, 'Amina'))).toMatchObject({
      outcome: 'awarded',
      amountMinor: 300_000,
    });
  });

  it('happens once', () => {
    const world = testWorld();
    const round = offeredRound(world);
    const again = decideAwardsByTwo(grace(world, round), world.as(round.staff.Farah), round.call.id, {
      choices: trialChoices(round),
      ...follow,
    });
    expect(again).toEqual({ ok: false, reason: 'already-decided' });
    expect(saveAwardDraft(grace(world, round), round.call.id, {})).toEqual({ ok: false, reason: 'already-decided' });
  });

  it('waits for the shortlist, and for a vote that the call promised', () => {
    const world = testWorld();
    const round = shortlistedCall(world, TRIAL_GROUPS, {
      hasPitchDay: true,
      panelWeightPercent: 60,
      publicWeightPercent: 40,
    });
    const decide = () =>
      decideAwardsByTwo(grace(world, round), world.as(round.staff.Farah), round.call.id, {
        choices: trialChoices(round),
        ...follow,
      });
    expect(decide()).toEqual({ ok: false, reason: 'vote-not-revealed' });
  });

  it('leaves nobody without an answer, and knows no strangers', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const decide = (choices: ReturnType<typeof trialChoices>) =>
      decideAwardsByTwo(grace(world, round), world.as(round.staff.Farah), round.call.id, { choices, ...follow });
    const all = trialChoices(round);
    expect(decide(all.slice(0, 3))).toEqual({ ok: false, reason: 'choices-incomplete' });
    expect(decide([...all, ...all.slice(0, 1)])).toEqual({ ok: false, reason: 'unknown-application' });
    const stranger = all.slice(0, 1).map((choice) => ({ ...choice, applicationId: world.newId() }));
    expect(decide([...all, ...stranger])).toEqual({ ok: false, reason: 'unknown-application' });
    expect(world.db.select().from(awardOutcome).all()).toEqual([]);
  });

  it('keeps a reason for a changed order, and none where the order stands', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const decide = (choices: ReturnType<typeof trialChoices>, publicReason: string) =>
      decideAwardsByTwo(grace(world, round), world.as(round.staff.Farah), round.call.id, { choices, publicReason });
    const [amina, bilal, chen, dara] = trialChoices(round);
    if (!amina || !bilal || !chen || !dara) throw new Error('the trial has four groups');
    const swapped = [
      amina,
      { ...bilal, outcome: 'reserve' as const, amountMinor: null },
      { ...chen, outcome: 'awarded' as const, amountMinor: 250_000 },
      dara,
    ];
    expect(decide(swapped, '')).toEqual({ ok: false, reason: 'public-reason-missing' });
    expect(decide(swapped, ' Bilal found other money. ').ok).toBe(true);
    expect(world.db.select().from(awardDecision).get()?.publicReason).toBe('Bilal found other money.');
  });

  it('is for managers of the partner alone, and not for one who applied', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const other = world.partner('spark', { Oluwaseun: ['manager'] }).staff.Oluwaseun ?? '';
    const strangers = [null, other, round.staff.Finn, round.people.Amina ?? '', round.assessorId];
    for (const stranger of strangers) {
      const context = world.as(stranger);
      expect(decisionMatter(context, round.call.id)).toBeNull();
      const refusals = [
        decideAwardsByTwo(context, world.as(round.staff.Farah), round.call.id, {
          choices: trialChoices(round),
          ...follow,
        }),
        saveAwardDraft(context, round.call.id, {}),
        offerAwards(context, round.call.id, {}),
      ];
      for (const refusal of refusals) expect(refusal).toEqual({ ok: false, reason: 'not-found' });
    }
  });
});

describe('offering the awards', () => {
  it('offers what was decided, tells everybody else, and does it once', () => {
    const world = testWorld();
    const round = offeredRound(world, 'three-parts');
    const [first, second] = awardsOfCall(world.as(null), round.call.id).toSorted(
      (a, b) => b.amountMinor - a.amountMinor,
    );
    expect(first).toMatchObject({
      groupName: 'Amina and friends',
      recipientId: round.people.Amina,
      amountMinor: 300_000,
      currency: 'GBP',
      state: 'offered',
      trancheWeights: [50, 30, 20],
      respondBy: world.now() + 14 * DAY,
      acceptedAt: null,
    });
    expect(second).toMatchObject({ amountMinor: 200_000, trancheWeights: [100] });
    expect(promises(world, 'award-offered')).toHaveLength(2);
    expect(promises(world, 'application-on-reserve')).toEqual([application(round, 'Chen')]);
    expect(promises(world, 'application-declined')).toEqual([application(round, 'Dara')]);
    expect(outcomeOf(world.as(null), application(round, 'Chen'))?.toldAt).toBe(world.now());
    expect(offerAwards(grace(world, round), round.call.id, {})).toEqual({ ok: false, reason: 'already-offered' });
  });

  it('comes after the decision', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    expect(offerAwards(grace(world, round), round.call.id, {})).toEqual({ ok: false, reason: 'not-decided' });
  });

  it('tells nobody twice what the letter about the shortlist said', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const choices = trialChoices(round).map((choice) =>
      choice.applicationId === application(round, 'Dara')
        ? { ...choice, reason: 'The panel gave it 2.', nearly: false }
        : choice,
    );
    decideAwardsByTwo(grace(world, round), world.as(round.staff.Farah), round.call.id, { choices, ...follow });
    offerAwards(grace(world, round), round.call.id, {});
    expect(promises(world, 'application-declined')).toEqual([]);
  });

  it('passes over whoever withdrew in between', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    decideAwardsByTwo(grace(world, round), world.as(round.staff.Farah), round.call.id, {
      choices: trialChoices(round),
      ...follow,
    });
    expect((await withdrawApplication(group(world, round, 'Amina'), application(round, 'Amina'), '')).ok).toBe(true);
    expect(offerAwards(grace(world, round), round.call.id, {})).toEqual({ ok: true, value: { offers: 1 } });
    expect(awardOfApplication(world.as(null), application(round, 'Amina'))).toBeNull();
  });
});

describe('answering an offer', () => {
  it('shows the agreement to the group alone', () => {
    const world = testWorld();
    const round = offeredRound(world);
    const page = offerPage(group(world, round, 'Amina'), application(round, 'Amina'));
    expect(readAgreement(page?.agreementText ?? '').parts).toHaveLength(8);
    expect(page?.agreementText).toContain('£3,000');
    for (const other of [null, round.people.Bilal ?? '', round.staff.Grace])
      expect(offerPage(world.as(other), application(round, 'Amina'))).toBeNull();
  });

  it('keeps who agreed to which words, and promises tranches and a receipt', () => {
    const world = testWorld();
    const round = acceptedRound(world);
    const page = offerPage(group(world, round, 'Amina'), application(round, 'Amina'));
    expect(page?.acceptance).toEqual({ typedName: 'Amina', acceptedAt: world.now() });
    expect(page?.award).toMatchObject({ state: 'accepted', acceptedAt: world.now() });
    expect(promises(world, 'award-accepted')).toEqual([round.awardId]);
    expect(promises(world, 'agreement-made')).toEqual([round.awardId]);
  });

  it('is refused when the words changed, the date passed or somebody else answers', () => {
    const world = testWorld();
    const round = offeredRound(world);
    const awardId = awardOfApplication(world.as(null), application(round, 'Amina'))?.id ?? '';
    const hash = offerPage(group(world, round, 'Amina'), application(round, 'Amina'))?.agreementHash ?? '';
    const sign = (name: string, agreementHash = hash) =>
      acceptAward(group(world, round, name), awardId, { typedName: name, agreementHash });
    expect(sign('Bilal')).toEqual({ ok: false, reason: 'not-found' });
    expect(sign('Amina', 'f'.repeat(64))).toEqual({ ok: false, reason: 'agreement-changed' });
    expect(refuseAward(group(world, round, 'Bilal'), awardId)).toEqual({ ok: false, reason: 'not-found' });
    world.pass(14 * DAY);
    expect(sign('Amina')).toEqual({ ok: false, reason: 'offer-lapsed' });
    expect(refuseAward(group(world, round, 'Amina'), awardId)).toEqual({ ok: false, reason: 'offer-lapsed' });
    expect(awardsOfPerson(world.as(null), round.people.Amina ?? '').map((card) => card.state)).toEqual(['lapsed']);
  });

  it('happens once', () => {
    const world = testWorld();
    const round = acceptedRound(world);
    expect(refuseAward(group(world, round, 'Amina'), round.awardId)).toEqual({ ok: false, reason: 'already-answered' });
  });
});

describe('places that come free', () => {
  it('go to the next on the reserve list, within what is left', () => {
    const world = testWorld();
    const round = offeredRound(world);
    const chen = application(round, 'Chen');
    const offer = (amountMinor: number) => offerReserve(grace(world, round), chen, { amountMinor, plan: 'two-parts' });
    expect(offer(100_000)).toEqual({ ok: false, reason: 'no-place-free' });
    const bilal = awardOfApplication(world.as(null), application(round, 'Bilal'))?.id ?? '';
    expect(refuseAward(group(world, round, 'Bilal'), bilal).ok).toBe(true);
    expect(promises(world, 'award-refused')).toEqual([bilal]);
    expect(offer(250_001)).toEqual({ ok: false, reason: 'amount-above-asked' });
    expect(offer(250_000).ok).toBe(true);
    expect(awardOfApplication(world.as(null), chen)).toMatchObject({ amountMinor: 250_000, trancheWeights: [60, 40] });
    expect(offer(250_000)).toEqual({ ok: false, reason: 'not-next' });
  });

  it('come free when an offer lapses, and are the late group’s again while nobody took them', () => {
    const world = testWorld();
    const round = offeredRound(world);
    accept(world, round, 'Amina');
    const bilal = awardOfApplication(world.as(null), application(round, 'Bilal'))?.id ?? '';
    expect(offerAwardAgain(grace(world, round), bilal)).toEqual({ ok: false, reason: 'not-lapsed' });
    world.pass(14 * DAY);
    expect(offerAwardAgain(group(world, round, 'Bilal'), bilal)).toEqual({ ok: false, reason: 'not-found' });
    expect(offerAwardAgain(grace(world, round), bilal).ok).toBe(true);
    expect(accept(world, round, 'Bilal')).toBe(bilal);
  });

  it('are no longer the late group’s once somebody else has them', () => {
    const world = testWorld();
    const round = offeredRound(world);
    accept(world, round, 'Amina');
    world.pass(14 * DAY);
    const offered = offerReserve(grace(world, round), application(round, 'Chen'), {
      amountMinor: 250_000,
      plan: 'at-once',
    });
    expect(offered.ok).toBe(true);
    const bilal = awardOfApplication(world.as(null), application(round, 'Bilal'))?.id ?? '';
    expect(offerAwardAgain(grace(world, round), bilal)).toEqual({ ok: false, reason: 'no-place-free' });
  });

  it('end the wait of the others with a reason', () => {
    const world = testWorld();
    const round = offeredRound(world);
    const chen = application(round, 'Chen');
    const close = (reason: string, who = round.staff.Grace) => closeReserve(world.as(who), chen, reason);
    expect(close('No place came free.', round.people.Chen)).toEqual({ ok: false, reason: 'not-found' });
    expect(close(' ')).toEqual({ ok: false, reason: 'reason-missing' });
    expect(close('No place came free.').ok).toBe(true);
    expect(close('No place came free.')).toEqual({ ok: false, reason: 'not-waiting' });
    expect(outcomeOf(world.as(null), chen)).toMatchObject({
      outcome: 'declined',
      reason: 'No place came free.',
      nearly: true,
    });
    expect(promises(world, 'application-declined')).toContain(chen);
  });
});

describe('the database itself', () => {
  const sql = (world: TestWorld, statement: string, ...values: unknown[]) =>
    world.db.$client.prepare(statement).run(...values);

  it('lets nobody rewrite a decision, an outcome, a release or an acceptance', () => {
    const world = testWorld();
    const round = acceptedRound(world);
    const rewrites = [
      "UPDATE award_decision SET public_reason = 'x'",
      'DELETE FROM award_decision',
      "UPDATE award_outcome SET outcome = 'declined', amount_minor = NULL, reason = 'x'",
      'DELETE FROM award_outcome',
      'UPDATE award_release SET released_at = 1',
      'DELETE FROM award_release',
      "UPDATE acceptance SET typed_name = 'x'",
      'DELETE FROM acceptance',
      'DELETE FROM award',
      'UPDATE award SET amount_minor = amount_minor + 1',
      "UPDATE award SET agreement_text = 'other words'",
      "UPDATE award SET state = 'refused' WHERE state = 'accepted'",
      "UPDATE award SET state = 'offered', answered_at = NULL WHERE state = 'accepted'",
    ];
    for (const statement of rewrites)
      expect(() => sql(world, statement), statement).toThrow(/never|stays|once|not refused/);
    expect(world.db.select().from(award).where(eq(award.id, round.awardId)).get()?.state).toBe('accepted');
  });

  it('takes no late, unsigned or foreign answer', () => {
    const world = testWorld();
    const round = offeredRound(world);
    const row = world.db
      .select()
      .from(award)
      .where(eq(award.applicationId, application(round, 'Amina')))
      .get();
    const late = (row?.respondBy ?? 0) + 1;
    expect(() =>
      sql(world, "UPDATE award SET state = 'accepted', answered_at = ? WHERE id = ?", world.now(), row?.id),
    ).toThrow('somebody who agreed');
    expect(() => sql(world, "UPDATE award SET state = 'refused', answered_at = ? WHERE id = ?", late, row?.id)).toThrow(
      'lapsed',
    );
    const accepting = 'INSERT INTO acceptance VALUES (?, ?, ?, ?, ?, ?)';
    const sign = (person: string | undefined, hash: string | undefined, at: number) => () =>
      sql(world, accepting, row?.id, person, 'A', row?.agreementVersion, hash, at);
    expect(sign(round.people.Bilal, row?.agreementHash, world.now())).toThrow('in time');
    expect(sign(round.people.Amina, 'f'.repeat(64), world.now())).toThrow('in time');
    expect(sign(round.people.Amina, row?.agreementHash, row?.respondBy ?? 0)).toThrow('in time');
    expect(sign(round.people.Amina, row?.agreementHash, (row?.respondBy ?? 0) - 1)).not.toThrow();
  });

  it('never offers more than the pot holds, also not by offering again', () => {
    const world = testWorld();
    const round = offeredRound(world);
    world.pass(14 * DAY);
    const taken = offerReserve(grace(world, round), application(round, 'Chen'), {
      amountMinor: 250_000,
      plan: 'at-once',
    });
    expect(taken.ok).toBe(true);
    const amina = awardOfApplication(world.as(null), application(round, 'Amina'))?.id;
    const bilal = awardOfApplication(world.as(null), application(round, 'Bilal'))?.id;
    const renew = 'UPDATE award SET offered_at = ?, respond_by = ? WHERE id = ?';
    sql(world, renew, world.now(), world.now() + DAY, amina);
    expect(() => sql(world, renew, world.now(), world.now() + DAY, bilal)).toThrow('the pot is not enough');
  });

  it('offers only what was decided, to whom it was decided', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    decideAwardsByTwo(grace(world, round), world.as(round.staff.Farah), round.call.id, {
      choices: trialChoices(round),
      ...follow,
    });
    const row = {
      id: world.newId(),
      callId: round.call.id,
      partnerId: round.partnerId,
      applicationId: application(round, 'Amina'),
      recipientId: round.people.Amina ?? '',
      groupName: 'Amina and friends',
      title: 'x',
      amountMinor: 300_000,
      currency: 'GBP' as const,
      state: 'offered' as const,
      trancheWeights: [100],
      agreementVersion: 'v1',
      agreementText: 'x',
      agreementHash: 'f'.repeat(64),
      offeredAt: world.now(),
      offeredBy: round.staff.Grace,
      respondBy: world.now() + DAY,
      answeredAt: null,
    };
    const insert = (change: Partial<typeof row>) => () =>
      world.db
        .insert(award)
        .values({ ...row, ...change })
        .run();
    expect(insert({})).toThrow();
    sql(world, 'INSERT INTO award_release VALUES (?, ?, ?)', round.call.id, world.now(), round.staff.Grace);
    expect(insert({ amountMinor: 299_999 })).toThrow();
    expect(insert({ recipientId: round.people.Bilal ?? '' })).toThrow();
    expect(insert({ applicationId: application(round, 'Dara'), recipientId: round.people.Dara ?? '' })).toThrow();
    expect(insert({})).not.toThrow();
  });

  it('gives a place only to shortlisted applications of a closed panel', () => {
    const world = testWorld();
    const round = offeredRound(world);
    const late =
      "INSERT INTO award_outcome (application_id, call_id, outcome, position, amount_minor, reason, nearly) VALUES (?, ?, 'declined', NULL, NULL, 'x', 0)";
    expect(() => sql(world, late, world.newId(), round.call.id)).toThrow('a decision is never rewritten');
    const other = shortlistedCall(world, TRIAL_GROUPS, { slug: 'second' });
    const decision = "INSERT INTO award_decision VALUES (?, '{}', '[]', '', ?, 1)";
    const alone = 'awards are what two people have agreed on';
    const record = () => sql(world, decision, other.call.id, other.staff.Grace);
    expect(record).toThrow(alone);
    const lock =
      "INSERT INTO decision_lock (call_id, stage, content_hash, locked_at, locked_by) VALUES (?, 'award', 'x', 1, ?)";
    sql(world, lock, other.call.id, other.staff.Grace);
    expect(record).toThrow(alone);
    const held = 'a decision that is locked is not changed';
    const draft = "INSERT INTO award_draft (call_id, typed, saved_at, saved_by) VALUES (?, '{}', 1, ?)";
    expect(() => sql(world, draft, other.call.id, other.staff.Grace)).toThrow(held);
    sql(
      world,
      "UPDATE decision_lock SET confirmed_at = 2, confirmed_by = ? WHERE call_id = ? AND stage = 'award'",
      other.staff.Farah,
      other.call.id,
    );
    record();
    const takeOff = () => sql(world, "DELETE FROM decision_lock WHERE call_id = ? AND stage = 'award'", other.call.id);
    expect(takeOff).toThrow('a decision is never rewritten');
    const outcome =
      "INSERT INTO award_outcome (application_id, call_id, outcome, position, amount_minor, reason, nearly) VALUES (?, ?, 'reserve', 4, NULL, '', 0)";
    expect(() => sql(world, outcome, application(other, 'Dara'), other.call.id)).toThrow('only shortlisted');
  });
});
