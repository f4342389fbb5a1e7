import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { agreeTerms } from './commands/agree-terms.server.ts';
import { answerHours } from './commands/answer-hours.server.ts';
import { recordHours, takeHoursBack } from './commands/record-hours.server.ts';
import { saveOffer } from './commands/save-offer.server.ts';
import { hoursDesk, myHours } from './queries/panel-hours.server.ts';
import { hoursCsv } from './rules/hours-csv.ts';
import { must, seatedPanel, TERMS, type TrialPanel } from './trial-panel.testing.ts';

const MEETING = { kind: 'meeting', minutes: 90, note: '' } as const;

/** A panel that pays £12 an hour, in vouchers; Bo has chosen them. */
function payingPanel(): { world: TestWorld; round: TrialPanel; bo: string; today: string } {
  const world = testWorld();
  const round = seatedPanel(world);
  const { call, grace, members } = round;
  must(
    saveOffer(world.as(grace), call.id, {
      isRecruiting: false,
      minutesAsked: 600,
      hourlyMinor: 1_200,
      payChoices: ['voucher', 'none'],
      childcare: '',
      travel: '',
      access: '',
      termFrom: world.now(),
      termUntil: world.now() + 60 * DAY,
    }),
  );
  const bo = members.Bo ?? '';
  must(agreeTerms(world.as(bo), call.id, { ...TERMS, payChoice: 'voucher' }));
  return { world, round, bo, today: myHours(world.as(bo), call.id)?.today ?? '' };
}

describe('writing down hours', () => {
  it('keeps them as they are paid that day, once for the same form', () => {
    const { world, round, bo, today } = payingPanel();
    const { call } = round;
    for (let press = 0; press < 2; press += 1)
      must(recordHours(world.as(bo), call.id, 'first', { ...MEETING, day: today }));
    must(agreeTerms(world.as(bo), call.id, { ...TERMS, payChoice: 'none' }));
    must(recordHours(world.as(bo), call.id, 'second', { ...MEETING, day: today }));
    expect(myHours(world.as(bo), call.id)?.entries).toMatchObject([
      { hoursId: 'first', payChoice: 'voucher', amountMinor: 1_800, state: 'recorded' },
      { hoursId: 'second', payChoice: 'none', amountMinor: null, state: 'recorded' },
    ]);
  });

  it('pays nobody who is no participant', () => {
    const { world, round, today } = payingPanel();
    const helen = world.as(round.members.Helen ?? '');
    must(recordHours(helen, round.call.id, 'helens', { ...MEETING, day: today }));
    expect(myHours(helen, round.call.id)).toMatchObject({ isPaid: false, entries: [{ amountMinor: null }] });
  });

  it('can be taken back by whoever wrote it, until somebody has looked at it', () => {
    const { world, round, bo, today } = payingPanel();
    const { call, grace, members } = round;
    must(recordHours(world.as(bo), call.id, 'first', { ...MEETING, day: today }));
    must(recordHours(world.as(bo), call.id, 'second', { ...MEETING, day: today }));
    const refusal = { ok: false, reason: 'not-found' };
    expect(takeHoursBack(world.as(members.Nadia ?? ''), call.id, 'first')).toEqual(refusal);
    must(takeHoursBack(world.as(bo), call.id, 'first'));
    must(answerHours(world.as(grace), call.id, ['second'], 'confirmed'));
    expect(takeHoursBack(world.as(bo), call.id, 'second')).toEqual(refusal);
    expect(myHours(world.as(bo), call.id)?.entries).toHaveLength(1);
  });

  it('is for those who sit on the panel', () => {
    const { world, round, today } = payingPanel();
    for (const personId of [null, round.grace, world.person('Amina')]) {
      expect(myHours(world.as(personId), round.call.id)).toBeNull();
      const written = recordHours(world.as(personId), round.call.id, 'theirs', { ...MEETING, day: today });
      expect(written).toEqual({ ok: false, reason: 'not-found' });
    }
  });

  it('refuses the id of somebody else’s entry', () => {
    const { world, round, bo, today } = payingPanel();
    must(recordHours(world.as(bo), round.call.id, 'first', { ...MEETING, day: today }));
    const nadia = world.as(round.members.Nadia ?? '');
    const written = recordHours(nadia, round.call.id, 'first', { ...MEETING, day: today });
    expect(written).toEqual({ ok: false, reason: 'not-found' });
  });

  it('knows the day by the clock of the call', () => {
    const { world, round, bo, today } = payingPanel();
    const tomorrow = new Date(Date.parse(today) + DAY).toISOString().slice(0, 10);
    const written = recordHours(world.as(bo), round.call.id, 'early', { ...MEETING, day: tomorrow });
    expect(written).toEqual({ ok: false, reason: 'day-not-yet' });
  });
});

describe('looking at hours', () => {
  it('confirms several at once, and refuses with a reason that the member reads', () => {
    const { world, round, bo, today } = payingPanel();
    const { call, grace } = round;
    for (const id of ['one', 'two', 'three'])
      must(recordHours(world.as(bo), call.id, id, { ...MEETING, day: today, note: id }));
    expect(must(answerHours(world.as(grace), call.id, ['one', 'two'], 'confirmed'))).toEqual({ count: 2 });
    must(answerHours(world.as(grace), call.id, ['three'], 'refused', ' The meeting took one hour. '));
    expect(answerHours(world.as(grace), call.id, ['one'], 'confirmed')).toEqual({
      ok: false,
      reason: 'already-answered',
    });
    const mine = myHours(world.as(bo), call.id);
    expect(mine?.entries.find(({ hoursId }) => hoursId === 'three')).toMatchObject({
      state: 'refused',
      answer: 'The meeting took one hour.',
    });
    expect(mine?.totals.find(({ payChoice }) => payChoice === 'voucher')).toMatchObject({
      confirmedMinutes: 180,
      confirmedMinor: 3_600,
      waitingMinutes: 0,
    });
    const desk = hoursDesk(world.as(grace), call.id);
    const head = wordsIn('en').words.panelHoursDesk.fileColumns;
    expect(
      hoursCsv(head, 'GBP', desk?.entries ?? [])
        .split('\r\n')
        .slice(0, 2),
    ).toEqual([
      'name,day,kind,minutes,pay,currency,hourly,amount,state,note,answer',
      `Bo,${today},meeting,90,voucher,GBP,12.00,18.00,confirmed,one,`,
    ]);
  });

  it('is for whoever runs that panel, and for entries of its members', () => {
    const { world, round, bo, today } = payingPanel();
    must(recordHours(world.as(bo), round.call.id, 'one', { ...MEETING, day: today }));
    const refusal = { ok: false, reason: 'not-found' };
    for (const personId of [null, bo, world.person('Daniel')]) {
      expect(hoursDesk(world.as(personId), round.call.id)).toBeNull();
      expect(answerHours(world.as(personId), round.call.id, ['one'], 'confirmed')).toEqual(refusal);
    }
    expect(answerHours(world.as(round.grace), round.call.id, ['one', 'elsewhere'], 'confirmed')).toEqual(refusal);
    expect(myHours(world.as(bo), round.call.id)?.entries).toMatchObject([{ state: 'recorded' }]);
  });
});
