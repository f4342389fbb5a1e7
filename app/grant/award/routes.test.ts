import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#app/kernel/digest.ts';
import { DAY } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { acceptedRound, offeredRound, shortlistedCall, type TrialRound } from '#test/world/trial-award.ts';
import { refuseAward } from './commands/refuse-award.server.ts';
import { awardOfApplication, awardsOfCall } from './queries/award-card.server.ts';
import { decisionRecord } from './queries/decision-record.server.ts';
import { offerPage } from './queries/offer-page.server.ts';
import * as agreementFile from './routes/agreement-file.ts';
import * as applyAward from './routes/apply-award.tsx';
import * as staffAwards from './routes/staff-awards.tsx';
import * as staffConfirm from './routes/staff-confirm-decision.tsx';
import * as staffDecision from './routes/staff-decision.tsx';

const application = (round: TrialRound, name: string) => round.applications[name] ?? '';

/** The decision form as Grace fills it in when she follows the rule. */
function filledIn(round: TrialRound, changes: Record<string, string> = {}): Record<string, string> {
  const amina = application(round, 'Amina');
  const bilal = application(round, 'Bilal');
  const chen = application(round, 'Chen');
  const dara = application(round, 'Dara');
  return {
    [`outcome-${amina}`]: 'awarded',
    [`amount-${amina}`]: '3,000',
    [`outcome-${bilal}`]: 'awarded',
    [`amount-${bilal}`]: '£2,000',
    [`outcome-${chen}`]: 'reserve',
    [`amount-${chen}`]: '2,500',
    [`reason-${dara}`]: 'Ask five people.',
    [`nearly-${dara}`]: 'on',
    reserveUntil: '2027-06-01T12:00',
    ...changes,
  };
}

function decide(world: TestWorld, round: TrialRound, posted: Record<string, string>) {
  return answerOf(() => staffDecision.action(asked(world, round.staff.Grace, { callId: round.call.id }, posted)));
}

describe('the decision page', () => {
  it('fills in what the rule proposes', () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const { desk } = staffDecision.loader(asked(world, round.staff.Grace, { callId: round.call.id }));
    expect(desk.ranked.map((entry) => [entry.groupName, entry.proposed, entry.proposedMinor])).toEqual([
      ['Amina and friends', 'awarded', 300_000],
      ['Bilal and friends', 'awarded', 200_000],
      ['Chen and friends', 'reserve', null],
    ]);
    expect(desk.others).toMatchObject([{ groupName: 'Dara and friends', toldReason: 'The panel gave it 2.' }]);
  });

  it('saves what is not finished, and shows it again', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const half = { [`amount-${application(round, 'Amina')}`]: 'three', intent: 'save' };
    const saved = await decide(world, round, half);
    expect(saved).toMatchObject({ status: 302, to: `/staff/calls/${round.call.id}/decision?done=saved` });
    const { desk } = staffDecision.loader(asked(world, round.staff.Grace, { callId: round.call.id }));
    expect(desk.draft?.typed).toEqual({ [`amount-${application(round, 'Amina')}`]: ['three'] });
  });

  it('is not confused by a field called like something every object has', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const saved = await decide(world, round, { constructor: 'Grace', intent: 'save' });
    expect(saved.status).toBe(302);
    const { desk } = staffDecision.loader(asked(world, round.staff.Grace, { callId: round.call.id }));
    expect(desk.draft?.typed).toEqual({ constructor: ['Grace'] });
  });

  it('names every gap at its field and keeps what was typed', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const amina = `amount-${application(round, 'Amina')}`;
    const dara = `reason-${application(round, 'Dara')}`;
    const { status, reply } = await decide(world, round, filledIn(round, { [amina]: '9,000', [dara]: '' }));
    expect(status).toBe(422);
    expect(reply?.errors).toEqual({
      [amina]: 'Enter an amount up to what the group asked for.',
      [dara]: 'Write a reason for this group.',
    });
    expect(reply?.typed[amina]).toEqual(['9,000']);
  });

  it('says who was passed over and asks why', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const bilal = `outcome-${application(round, 'Bilal')}`;
    const { reply } = await decide(world, round, filledIn(round, { [bilal]: 'reserve' }));
    expect(reply?.message).toContain('Passed over: Bilal’s plan.');
    expect(reply?.errors.publicReason).toBeDefined();
  });

  it('says how much is too much', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const chen = `outcome-${application(round, 'Chen')}`;
    const { reply } = await decide(world, round, filledIn(round, { [chen]: 'awarded' }));
    expect(reply?.message).toContain('add up to £7,500. The pot holds £6,000.');
  });

  it('records only the draft that was on the page', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const params = { callId: round.call.id };
    const checked = await decide(world, round, filledIn(round, { intent: 'check' }));
    expect(checked.to).toBe(`/staff/calls/${round.call.id}/decision/confirm`);
    const page = await staffConfirm.loader(asked(world, round.staff.Grace, params));
    expect(page).toMatchObject({ awards: 2, sumMinor: 500_000, departures: [] });
    const press = (personId: string, posted: Record<string, string>) =>
      answerOf(() => staffConfirm.action(asked(world, personId, params, posted)));
    const lock = { intent: 'lock', feedback: 'at-once', savedAt: String(page.savedAt) };
    expect((await press(round.staff.Grace, lock)).reply?.errors).toEqual({ sure: 'Tick the box to go on.' });
    const late = await press(round.staff.Grace, { ...lock, sure: 'on', savedAt: '1' });
    expect(late.reply?.message).toContain('changed the draft');
    expect((await press(round.staff.Finn, { ...lock, sure: 'on' })).status).toBe(404);
    expect(await press(round.staff.Grace, { ...lock, sure: 'on' })).toMatchObject({ status: 302 });
    expect((await decide(world, round, filledIn(round))).reply?.message).toContain('locked');
    const seen = await staffConfirm.loader(asked(world, round.staff.Finn, params));
    const agree = { intent: 'confirm', sure: 'on', hash: seen.lock?.contentHash ?? '' };
    expect((await press(round.staff.Grace, agree)).reply?.message).toContain('Somebody else must confirm it');
    expect((await press(round.staff.Finn, { ...agree, hash: 'another' })).reply?.message).toContain('has changed');
    expect(decisionRecord(world.as(null), round.call.id)).toBeNull();
    expect(await press(round.staff.Finn, agree)).toMatchObject({ status: 302 });
    expect((await press(round.staff.Finn, { intent: 'unlock', sure: 'on' })).reply?.message).toContain(
      'decided already',
    );
    expect(decisionRecord(world.as(null), round.call.id)?.outcomes.map((row) => row.outcome)).toEqual([
      'awarded',
      'awarded',
      'reserve',
      'declined',
    ]);
  });

  it('has nothing to confirm without a draft that could be recorded', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const confirm = () =>
      answerOf(() => staffConfirm.loader(asked(world, round.staff.Grace, { callId: round.call.id })));
    expect((await confirm()).to).toBe(`/staff/calls/${round.call.id}/decision`);
    await decide(world, round, { intent: 'save' });
    expect((await confirm()).to).toBe(`/staff/calls/${round.call.id}/decision`);
  });

  it('is nobody else’s', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    const other = world.partner('spark', { Sol: ['manager'] }).staff.Sol;
    for (const stranger of [other, round.staff.Finn, round.people.Amina]) {
      const params = { callId: round.call.id };
      const answers = [
        await answerOf(() => staffDecision.loader(asked(world, stranger, params))),
        await answerOf(() => staffDecision.action(asked(world, stranger, params, filledIn(round)))),
        await answerOf(() => staffConfirm.loader(asked(world, stranger, params))),
        await answerOf(() => staffConfirm.action(asked(world, stranger, params, { sure: 'on' }))),
        await answerOf(() => staffAwards.loader(asked(world, stranger, params))),
        await answerOf(() => staffAwards.action(asked(world, stranger, params, { intent: 'offer' }))),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    }
    const signedOut = await answerOf(() => staffDecision.loader(asked(world, null, { callId: round.call.id })));
    expect(signedOut.status).toBe(302);
  });
});

describe('the awards page', () => {
  const press = (world: TestWorld, round: TrialRound, posted: Record<string, string>) =>
    answerOf(() => staffAwards.action(asked(world, round.staff.Grace, { callId: round.call.id }, posted)));

  it('sends every offer with one tick, each paid as chosen', async () => {
    const world = testWorld();
    const round = shortlistedCall(world);
    await decide(world, round, filledIn(round));
    const { savedAt } = await staffConfirm.loader(asked(world, round.staff.Grace, { callId: round.call.id }));
    const sure = { intent: 'lock', feedback: 'at-once', sure: 'on', savedAt: String(savedAt) };
    await answerOf(() => staffConfirm.action(asked(world, round.staff.Grace, { callId: round.call.id }, sure)));
    const { lock } = await staffConfirm.loader(asked(world, round.staff.Finn, { callId: round.call.id }));
    const agree = { intent: 'confirm', sure: 'on', hash: lock?.contentHash ?? '' };
    await answerOf(() => staffConfirm.action(asked(world, round.staff.Finn, { callId: round.call.id }, agree)));
    const plans = {
      [`plan-${application(round, 'Amina')}`]: 'two-parts',
      [`plan-${application(round, 'Bilal')}`]: 'at-once',
    };
    expect((await press(world, round, { intent: 'offer', ...plans })).status).toBe(422);
    expect((await press(world, round, { intent: 'offer', ...plans, sure: 'on' })).to).toContain('done=offered');
    const weights = awardsOfCall(world.as(null), round.call.id).map((award) => award.trancheWeights);
    expect(weights).toEqual(expect.arrayContaining([[60, 40], [100]]));
  });

  it('passes a free place on and ends a wait', async () => {
    const world = testWorld();
    const round = offeredRound(world);
    const chen = application(round, 'Chen');
    const place = { intent: 'reserve', applicationId: chen, amount: '2,500', plan: 'at-once' };
    expect((await press(world, round, place)).reply?.message).toBe('No place is free.');
    expect((await press(world, round, { intent: 'close', applicationId: chen })).reply?.errors).toHaveProperty(
      'reason',
    );
    const bilal = awardOfApplication(world.as(null), application(round, 'Bilal'))?.id ?? '';
    refuseAward(world.as(round.people.Bilal ?? ''), bilal);
    expect((await press(world, round, { ...place, amount: 'much' })).reply?.errors).toHaveProperty('amount');
    expect((await press(world, round, place)).to).toContain('done=reserveOffered');
    world.pass(14 * DAY);
    const again = { intent: 'again', awardId: awardOfApplication(world.as(null), chen)?.id ?? '' };
    expect((await press(world, round, again)).to).toContain('done=offeredAgain');
    for (const intent of ['no such button', 'constructor', 'toString', '__proto__'])
      expect((await press(world, round, { intent })).status).toBe(404);
  });
});

describe('the page of the offer', () => {
  it('shows the agreement and takes a signature', async () => {
    const world = testWorld();
    const round = offeredRound(world);
    const params = { applicationId: application(round, 'Amina') };
    const page = applyAward.loader(asked(world, round.people.Amina, params));
    expect(page.agreement?.parts).toHaveLength(8);
    const sign = (posted: Record<string, string>) =>
      answerOf(() => applyAward.action(asked(world, round.people.Amina, params, { intent: 'accept', ...posted })));
    expect((await sign({})).reply?.errors).toEqual({
      typedName: 'Type your name to agree.',
      agree: 'Tick the box if you agree.',
    });
    const signed = { typedName: 'Amina Yusuf', agree: 'on', agreementHash: page.offer?.agreementHash ?? '' };
    expect((await sign({ ...signed, agreementHash: 'f'.repeat(64) })).reply?.message).toContain(
      'not the one we offered',
    );
    expect((await sign(signed)).to).toBe(`/apply/${params.applicationId}/award`);
    expect(offerPage(world.as(round.people.Amina ?? ''), params.applicationId)?.acceptance?.typedName).toBe(
      'Amina Yusuf',
    );
  });

  it('tells a late group whom to write to, and keeps the name it typed', async () => {
    const world = testWorld();
    const round = offeredRound(world);
    const params = { applicationId: application(round, 'Amina') };
    const { offer } = applyAward.loader(asked(world, round.people.Amina, params));
    world.pass(14 * DAY);
    const signed = { typedName: 'Amina', agree: 'on', agreementHash: offer?.agreementHash ?? '' };
    const { status, reply } = await answerOf(() => applyAward.action(asked(world, round.people.Amina, params, signed)));
    expect(status).toBe(422);
    expect(reply?.message).toContain('office@common-ground.example');
    expect(reply?.typed.typedName).toEqual(['Amina']);
  });

  it('takes a refusal only with a tick', async () => {
    const world = testWorld();
    const round = offeredRound(world);
    const params = { applicationId: application(round, 'Amina') };
    const refuse = (posted: Record<string, string>) =>
      answerOf(() => applyAward.action(asked(world, round.people.Amina, params, { intent: 'refuse', ...posted })));
    expect((await refuse({})).status).toBe(422);
    expect((await refuse({ sure: 'on' })).status).toBe(302);
    expect(awardOfApplication(world.as(null), params.applicationId)?.state).toBe('refused');
  });

  it('gives the agreement byte for byte as it was hashed', async () => {
    const world = testWorld();
    const round = offeredRound(world);
    const params = { applicationId: application(round, 'Amina') };
    const response = agreementFile.loader(asked(world, round.people.Amina, params));
    const { offer } = applyAward.loader(asked(world, round.people.Amina, params));
    expect(sha256Hex(await response.text())).toBe(offer?.agreementHash);
  });

  it('tells the others where they stand once the letters are out, and not before', async () => {
    const world = testWorld();
    const before = shortlistedCall(world, undefined, { slug: 'before' });
    const early = await answerOf(() =>
      applyAward.loader(asked(world, before.people.Dara, { applicationId: application(before, 'Dara') })),
    );
    expect(early.status).toBe(404);
    const round = offeredRound(world);
    for (const name of ['Chen', 'Dara']) {
      const params = { applicationId: application(round, name) };
      const sent = await answerOf(() => applyAward.loader(asked(world, round.people[name], params)));
      expect(sent).toMatchObject({ status: 302, to: `/apply/${params.applicationId}/decision` });
    }
  });

  it('is for the group alone', async () => {
    const world = testWorld();
    const round = offeredRound(world);
    for (const name of ['Amina', 'Chen'])
      for (const stranger of [round.people.Bilal, round.staff.Grace, round.assessorId]) {
        const params = { applicationId: application(round, name) };
        const answers = [
          await answerOf(() => applyAward.loader(asked(world, stranger, params))),
          await answerOf(() => applyAward.action(asked(world, stranger, params, { intent: 'accept' }))),
          await answerOf(() => agreementFile.loader(asked(world, stranger, params))),
        ];
        expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
      }
  });
});

describe('the letters', () => {
  const letterTo = (world: TestWorld, recipient: string) =>
    world.db.select().from(message).where(eq(message.recipient, recipient)).all();

  it('offer, place on the reserve list, decline with its reason: one each, with the partner’s name', async () => {
    const world = testWorld();
    offeredRound(world, 'two-parts');
    await keepPromises(() => world.as(null), keepers);
    const amina = letterTo(world, 'amina@people.example').find((letter) => letter.subject.startsWith('Action needed'));
    expect(amina?.text).toContain('£3,000');
    expect(amina?.html).toMatch(/\/apply\/[^"]+\/award"/);
    const chen = letterTo(world, 'chen@people.example').find((letter) =>
      letter.subject.endsWith('is on the reserve list'),
    );
    expect(chen?.text).toContain('place 3');
    const dara = letterTo(world, 'dara@people.example').find((letter) =>
      letter.subject.startsWith('The decision about'),
    );
    expect(dara?.text).toContain('Ask five people to plan it with you.');
    expect(dara?.text).toContain('You were near.');
  });

  it('the group’s own copy of the agreement, and word to the office when a place is free', async () => {
    const world = testWorld();
    const round = acceptedRound(world);
    const bilal = awardOfApplication(world.as(null), application(round, 'Bilal'))?.id ?? '';
    refuseAward(world.as(round.people.Bilal ?? ''), bilal);
    expect((await keepPromises(() => world.as(null), keepers)).failed).toBe(0);
    const copy = letterTo(world, 'amina@people.example').find((letter) => letter.subject.startsWith('Your agreement'));
    const page = offerPage(world.as(round.people.Amina ?? ''), application(round, 'Amina'));
    expect(copy?.text).toContain(page?.agreementHash);
    expect(copy?.text).toContain('The grant is £3,000. It is not a loan.');
    expect(letterTo(world, 'office@common-ground.example').map((letter) => letter.subject)).toEqual([
      'Bilal and friends does not want the award',
    ]);
  });
});
