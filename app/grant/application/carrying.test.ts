import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, trialAnswer } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { inTeam } from '#test/world/trial-team.ts';
import { setCarryConsent } from './commands/carry-consent.server.ts';
import { carryOver } from './commands/carry-over.server.ts';
import { inviteAgain } from './commands/invite-again.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { saveDetails } from './commands/save-details.server.ts';
import { startApplication } from './commands/start-application.server.ts';
import { carryPage, earlierWords } from './queries/carry-page.server.ts';
import { myApplication } from './queries/my-application.server.ts';
import { type Details, heldBy } from './rules/details.ts';

/** Amina's application to a call that has closed, and a second call of Grace's that is open. */
function twoCalls(changes: { currency?: 'EUR' } = {}, earlier: Partial<Details> = {}) {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const grace = staff.Grace ?? '';
  const first = openCall(world, grace, partnerId);
  const amina = world.person('Amina');
  const sent = submitted(world, amina, first, earlier);
  const still = carryOver(world.as(amina), sent, first.id);
  world.moveTo(first.closesAt);
  const opensAt = world.now() + DAY;
  const next = openCall(world, grace, partnerId, {
    slug: 'next',
    title: 'Next ideas',
    themes: ['Housing'],
    opensAt,
    closesAt: opensAt + 28 * DAY,
    ...changes,
  });
  return { world, grace, amina, sent, first, next, still };
}

const refusal = (reason: string) => ({ ok: false, reason });

describe('carrying an application over to another call', () => {
  it('begins a draft with the same words, and nothing is sent', () => {
    const { world, amina, sent, next } = twoCalls();
    const carried = carryOver(world.as(amina), sent, next.id);
    const draft = carried.ok ? carried.value.applicationId : '';
    const mine = myApplication(world.as(amina), draft);
    expect(mine).toMatchObject({ state: 'draft', details: { title: 'A kitchen that listens', amountMinor: 250_000 } });
    expect(
      mine?.questions.map(({ kind, label, text }) => text === trialAnswer({ kind }, `About ${label}`)),
    ).not.toContain(false);
    expect(carryOver(world.as(amina), sent, next.id)).toEqual(carried);
  });

  it('keeps what was begun there, and keeps the earlier words beside it', () => {
    const { world, amina, sent, next } = twoCalls();
    const started = startApplication(world.as(amina), next.id, { title: 'Something new' });
    const draft = started.ok ? started.value.applicationId : '';
    const first = next.questions[0]?.id ?? '';
    saveAnswer(world.as(amina), draft, first, 'New words');
    expect(carryOver(world.as(amina), sent, next.id).ok).toBe(true);
    const mine = myApplication(world.as(amina), draft);
    expect([mine?.details.title, mine?.questions[0]?.text]).toEqual(['Something new', 'New words']);
    expect(mine?.hasEarlierWords).toBe(true);
    const kept = earlierWords(world.as(amina), draft)?.words.map(({ text }) => text);
    expect(kept).toEqual(['A kitchen that listens', expect.stringMatching(/^About /)]);
  });

  it('takes along who would hold the money, and keeps the earlier name beside another', () => {
    const { world, amina, sent, next } = twoCalls({}, heldBy('host', 'Harbour Trust'));
    const started = startApplication(world.as(amina), next.id);
    const draft = started.ok ? started.value.applicationId : '';
    saveDetails(world.as(amina), draft, heldBy('ourselves', ''));
    expect(carryOver(world.as(amina), sent, next.id).ok).toBe(true);
    expect(myApplication(world.as(amina), draft)?.details).toMatchObject({ moneyHolder: 'ourselves', hostName: '' });
    expect(earlierWords(world.as(amina), draft)?.words).toContainEqual(
      expect.objectContaining({ text: 'Harbour Trust' }),
    );
  });

  it('brings who would hold the money into a draft that does not say it', () => {
    const { world, amina, sent, next } = twoCalls({}, heldBy('host', 'Harbour Trust'));
    const carried = carryOver(world.as(amina), sent, next.id);
    const mine = myApplication(world.as(amina), carried.ok ? carried.value.applicationId : '');
    expect(mine?.details).toMatchObject({ moneyHolder: 'host', hostName: 'Harbour Trust' });
  });

  it('takes no sum from one currency into another: it stands beside, with its own', () => {
    const { world, amina, sent, next } = twoCalls({ currency: 'EUR' });
    const carried = carryOver(world.as(amina), sent, next.id);
    const draft = carried.ok ? carried.value.applicationId : '';
    const mine = myApplication(world.as(amina), draft);
    expect(mine?.details).toMatchObject({ title: 'A kitchen that listens', amountMinor: null });
    const costs = mine?.questions.filter(({ kind }) => kind === 'money-table') ?? [];
    expect(costs.map(({ text }) => text)).toEqual(costs.map(() => ''));
    expect(costs.length).toBeGreaterThan(0);
    const kept = earlierWords(world.as(amina), draft)?.words ?? [];
    expect(kept.map(({ text }) => text)).toContain('£2,500');
    expect(kept.some(({ label, text }) => label.endsWith('(GBP)') && text === 'Rice and pots\t2,500')).toBe(true);
  });

  it('is the owner’s alone: nobody in the team takes all words for themselves', () => {
    const { world, amina, sent, next } = twoCalls();
    const bo = world.person('Bo');
    inTeam(world, amina, sent, bo, 'sign');
    expect(carryPage(world.as(bo), sent)).toBeNull();
    expect(carryOver(world.as(bo), sent, next.id)).toEqual(refusal('not-found'));
    expect(myApplication(world.as(bo), sent)?.canCarry).toBe(false);
    expect(carryOver(world.as(amina), sent, next.id).ok).toBe(true);
  });

  it('is for whoever speaks for the group, from a call that is over to one that is open', () => {
    const { world, amina, grace, sent, first, next, still } = twoCalls();
    expect(still).toEqual(refusal('not-found'));
    const bo = world.person('Bo');
    expect(carryOver(world.as(bo), sent, next.id)).toEqual(refusal('not-found'));
    expect(carryPage(world.as(bo), sent)).toBeNull();
    expect(carryPage(world.as(grace), sent)).toBeNull();
    expect(carryPage(world.as(amina), sent)?.calls.map(({ id }) => id)).toEqual([next.id]);
    const fresh = submitted(world, bo, next);
    expect(carryOver(world.as(bo), fresh, first.id)).toEqual(refusal('still-open'));
    world.moveTo(next.closesAt);
    expect(carryOver(world.as(amina), sent, next.id)).toEqual(refusal('call-not-open'));
  });
});

describe('asking groups again', () => {
  it('needs their yes, and writes once for each call', async () => {
    const { world, grace, amina, sent, next } = twoCalls();
    const invited = () => {
      const outcome = inviteAgain(world.as(grace), next.id);
      return outcome.ok ? outcome.value.invited : outcome.reason;
    };
    expect(invited()).toBe(0);
    expect(setCarryConsent(world.as(world.person('Bo')), sent, true)).toEqual(refusal('not-found'));
    setCarryConsent(world.as(amina), sent, true);
    setCarryConsent(world.as(amina), sent, true);
    expect(inviteAgain(world.as(amina), next.id)).toEqual(refusal('not-found'));
    expect([invited(), invited()]).toEqual([1, 0]);
    await keepPromises(() => world.as(null), keepers);
    const letters = world.db.select().from(message).all();
    expect(letters.filter(({ subject }) => subject === 'A new call is open: Next ideas')).toHaveLength(1);
  });

  it('ends when they take their yes back', () => {
    const { world, grace, amina, sent, next } = twoCalls();
    setCarryConsent(world.as(amina), sent, true);
    expect(setCarryConsent(world.as(amina), sent, false).ok).toBe(true);
    expect(carryPage(world.as(amina), sent)?.consentedAt).toBeNull();
    expect(inviteAgain(world.as(grace), next.id)).toEqual({ ok: true, value: { invited: 0 } });
  });
});
