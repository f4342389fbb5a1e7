import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '#app/people/commands/choose-language.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { panelInterest } from '#db/schema/assessment-people.ts';
import { message } from '#db/schema/platform.ts';
import { asked } from '#test/world/ask.ts';
import { testWorld } from '#test/world/test-world.ts';
import { answerInterest } from './commands/answer-interest.server.ts';
import { answerInvitation } from './commands/answer-invitation.server.ts';
import { openScoring } from './commands/open-scoring.server.ts';
import { putNameDown, takeNameBack } from './commands/put-name-down.server.ts';
import { saveOffer } from './commands/save-offer.server.ts';
import { looking, offer } from './looking-panel.testing.ts';
import { offerDesk, panelPeople } from './queries/panel-people.server.ts';
import { panelWork } from './queries/panel-work.server.ts';
import { signUpPage } from './queries/sign-up.server.ts';
import { termsPage } from './queries/terms-page.server.ts';
import { loader as offerPage } from './routes/staff-panel-offer.tsx';
import type { Interest } from './rules/panel-offer.ts';
import { closePanel } from './store/panel.server.ts';
import { closedCall, must, scoringPanel, seated, TERMS } from './trial-panel.testing.ts';

const SELAM: Interest = {
  reads: ['ti', 'en'],
  minutesMax: 600,
  payChoice: 'voucher',
  needsChildcare: true,
  needsTravel: false,
  about: 'Not on Mondays.',
};

describe('offering seats', () => {
  it('is for whoever runs the panel', () => {
    const world = testWorld();
    const { call, grace } = closedCall(world);
    for (const name of ['Daniel', 'Amina']) {
      const other = world.as(world.person(name));
      expect(saveOffer(other, call.id, offer(world))).toEqual({ ok: false, reason: 'not-found' });
      expect(offerDesk(other, call.id)).toBeNull();
      expect(panelPeople(other, call.id)).toBeNull();
    }
    expect(saveOffer(world.as(grace), call.id, offer(world)).ok).toBe(true);
    expect(offerDesk(world.as(grace), call.id)?.offer).toMatchObject(offer(world));
  });

  it.each([
    ['minutes-off-limits', { minutesAsked: 29 }],
    ['minutes-off-limits', { minutesAsked: 6_001 }],
    ['pay-choices-missing', { payChoices: ['none'] }],
    ['term-turned-round', { termUntil: Date.UTC(2020, 0, 1) }],
  ] as const)('is refused: %s', (reason, change) => {
    const world = testWorld();
    const { call, grace } = closedCall(world);
    const changed = { ...offer(world), ...change };
    expect(saveOffer(world.as(grace), call.id, changed)).toEqual({ ok: false, reason });
  });

  it('ends with the panel', () => {
    const world = testWorld();
    const { call, grace } = scoringPanel(world);
    expect(saveOffer(world.as(grace), call.id, offer(world)).ok).toBe(true);
    closePanel(world.db, call.id, world.now());
    expect(saveOffer(world.as(grace), call.id, offer(world))).toEqual({ ok: false, reason: 'panel-closed' });
  });
});

describe('putting one’s name down', () => {
  it('is possible for anybody who has signed in, once each, and can be changed and taken back', () => {
    const { world, round } = looking();
    const selam = world.as(world.person('Selam'));
    must(putNameDown(selam, round.call.id, SELAM));
    must(putNameDown(selam, round.call.id, { ...SELAM, minutesMax: 120 }));
    expect(signUpPage(selam, round.call.slug)?.mine).toMatchObject({ ...SELAM, minutesMax: 120, state: 'waiting' });
    expect(panelPeople(world.as(round.grace), round.call.id)?.waiting).toMatchObject([{ name: 'Selam' }]);
    must(takeNameBack(selam, round.call.id));
    expect(world.db.select().from(panelInterest).all()).toEqual([]);
    expect(takeNameBack(selam, round.call.id)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('is not for visitors, for whoever runs the panel, or for those who sit on it', () => {
    const { world, round } = looking();
    const by = (personId: string | null) => putNameDown(world.as(personId), round.call.id, SELAM);
    expect(by(null)).toEqual({ ok: false, reason: 'not-found' });
    expect(by(round.grace)).toEqual({ ok: false, reason: 'runs-the-panel' });
    expect(by(seated(world, round, 'Bo', 'participant'))).toEqual({ ok: false, reason: 'already-on-panel' });
  });

  it('waits for a panel that looks for people, and ends when scoring starts', () => {
    const world = testWorld();
    const round = closedCall(world);
    const selam = world.as(world.person('Selam'));
    const refusal = { ok: false, reason: 'not-looking' };
    expect(putNameDown(selam, round.call.id, SELAM)).toEqual(refusal);
    must(saveOffer(world.as(round.grace), round.call.id, { ...offer(world), isRecruiting: false }));
    expect(putNameDown(selam, round.call.id, SELAM)).toEqual(refusal);
    must(saveOffer(world.as(round.grace), round.call.id, offer(world)));
    must(putNameDown(selam, round.call.id, SELAM));
    seated(world, round, 'Bo', 'participant');
    const page = () => offerPage(asked(world, round.grace, { callId: round.call.id }));
    expect(page()).toMatchObject({ takesNames: true, isOver: false });
    must(openScoring(world.as(round.grace), round.call.id));
    expect(page()).toMatchObject({ takesNames: false, isOver: false });
    must(saveOffer(world.as(round.grace), round.call.id, offer(world)));
    expect(putNameDown(selam, round.call.id, SELAM)).toEqual(refusal);
    expect(signUpPage(selam, round.call.slug)?.isLooking).toBe(false);
  });

  it('takes no pay that is not offered', () => {
    const { world, round } = looking();
    const selam = world.as(world.person('Selam'));
    expect(putNameDown(selam, round.call.id, { ...SELAM, payChoice: 'cash' })).toEqual({
      ok: false,
      reason: 'pay-not-offered',
    });
  });

  it('has a page for published calls alone', () => {
    const { world, round } = looking();
    expect(signUpPage(world.as(null), round.call.slug)).toMatchObject({
      isLooking: true,
      isSignedIn: false,
      mine: null,
    });
    expect(signUpPage(world.as(null), 'elsewhere')).toBeNull();
  });
});

describe('answering those who put their name down', () => {
  it('invites them as participants, and what they said is there when they take the seat', async () => {
    const { world, round } = looking();
    const selam = world.person('Selam');
    must(putNameDown(world.as(selam), round.call.id, SELAM));
    const grace = world.as(round.grace);
    const interestId = panelPeople(grace, round.call.id)?.waiting[0]?.interestId ?? '';
    must(answerInterest(grace, round.call.id, interestId, 'invited'));
    await keepPromises(() => world.as(null), keepers);
    const letter = world.db
      .select()
      .from(message)
      .all()
      .find(({ recipient }) => recipient === 'selam@people.example');
    expect(letter?.text).toContain(`/panel/${round.call.id}`);
    expect(panelWork(world.as(selam), round.call.id)).toMatchObject({ kind: 'participant', isInvited: true });
    expect(termsPage(world.as(selam), round.call.id)).toMatchObject({
      isAgreed: false,
      payOffered: ['voucher', 'none'],
      said: { reads: ['ti', 'en'], minutesMax: 600, payChoice: 'voucher', needsChildcare: true },
    });
    must(answerInvitation(world.as(selam), round.call.id, { ...TERMS, payChoice: 'voucher' }));
    expect(panelPeople(grace, round.call.id)).toMatchObject({
      waiting: [],
      seated: [{ name: 'Selam', isAgreed: true }],
    });
  });

  it('turns them down with a letter in their language, and once', async () => {
    const { world, round } = looking();
    const selam = world.person('Selam');
    chooseLanguage(world.as(selam), 'ar');
    must(putNameDown(world.as(selam), round.call.id, SELAM));
    const grace = world.as(round.grace);
    const interestId = panelPeople(grace, round.call.id)?.waiting[0]?.interestId ?? '';
    must(answerInterest(grace, round.call.id, interestId, 'turned-down'));
    expect(answerInterest(grace, round.call.id, interestId, 'invited')).toEqual({ ok: false, reason: 'not-waiting' });
    await keepPromises(() => world.as(null), keepers);
    const letter = world.db
      .select()
      .from(message)
      .all()
      .find(({ recipient }) => recipient === 'selam@people.example');
    expect(letter?.subject).toContain('شكرًا');
    expect(putNameDown(world.as(selam), round.call.id, SELAM)).toEqual({ ok: false, reason: 'turned-down' });
    expect(panelWork(world.as(selam), round.call.id)).toBeNull();
  });

  it('is for whoever runs that panel', () => {
    const { world, round } = looking();
    must(putNameDown(world.as(world.person('Selam')), round.call.id, SELAM));
    const interestId = panelPeople(world.as(round.grace), round.call.id)?.waiting[0]?.interestId ?? '';
    for (const name of ['Daniel', 'Selam']) {
      const answered = answerInterest(world.as(world.person(name)), round.call.id, interestId, 'invited');
      expect(answered).toEqual({ ok: false, reason: 'not-found' });
    }
  });
});
