import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { confirmPhone } from '#app/people/commands/confirm-phone.server.ts';
import { requestPhoneCode } from '#app/people/commands/request-phone-code.server.ts';
import { wordsOf } from '#app/platform/messages.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { applicationReminder } from '#db/schema/application-reminders.ts';
import { message } from '#db/schema/platform.ts';
import { FakeNotify } from '#test/fakes/notify.ts';
import { testWorld } from '#test/world/test-world.ts';
import { trialDetails, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { makeCallCode } from './commands/make-call-code.server.ts';
import { remindOfDrafts } from './commands/remind-of-drafts.server.ts';
import { startApplication } from './commands/start-application.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { insertMember } from './store/team.server.ts';

function round(settings: Parameters<typeof testWorld>[0] = {}) {
  const world = testWorld(settings);
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const call = openCall(world, staff.Grace ?? '', partnerId);
  const amina = world.person('Amina');
  const remind = () => remindOfDrafts(world.as(null)).promised;
  const letters = async () => {
    await keepPromises(() => world.as(null), keepers);
    return world.db
      .select()
      .from(message)
      .all()
      .filter(({ subject }) => subject.startsWith('Not sent yet'));
  };
  return { world, grace: staff.Grace ?? '', call, amina, remind, letters };
}

/** Enough of an idea to have begun, with nothing answered. */
function begun({ world, call }: ReturnType<typeof round>, who: string, typed = '') {
  const started = startApplication(world.as(who), call.id, { ...trialDetails(call), city: '' }, typed);
  invariant(started.ok, 'the call is open');
  return started.value.applicationId;
}

describe('reminding Amina of her draft', () => {
  it('tells her seven days and two days before the end what is missing, and never again', async () => {
    const here = round();
    const { world, call, amina, remind, letters } = here;
    begun(here, amina);
    world.moveTo(call.closesAt - 7 * DAY - 1);
    expect(remind()).toBe(0);
    world.moveTo(call.closesAt - 7 * DAY);
    expect([remind(), remind()]).toEqual([1, 0]);
    const [first] = await letters();
    expect(first).toMatchObject({ recipient: 'amina@people.example' });
    expect(first?.text).toContain('Your group and your project: some lines are empty.');
    expect(first?.text).toContain('We remind you once more');
    expect(first?.text).toMatch(/Question 1: /);
    expect(first?.text).toContain('/apply/');
    world.moveTo(call.closesAt - 2 * DAY);
    expect([remind(), remind()]).toEqual([1, 0]);
    world.moveTo(call.closesAt - HOUR);
    expect(remind()).toBe(0);
    const both = await letters();
    expect(both).toHaveLength(2);
    expect(both.some(({ text }) => text.includes('This is our last reminder.'))).toBe(true);
  });

  it('puts none of her words into the letter', async () => {
    const { world, call, amina, remind, letters } = round();
    writtenDraft(world, amina, call, { title: 'Nobody may know this', city: '' });
    world.moveTo(call.closesAt - DAY);
    expect(remind()).toBe(1);
    const [letter] = await letters();
    expect(letter?.html).not.toContain('Nobody may know this');
    expect(letter?.html).not.toContain('Thursday Table');
  });

  it('says when nothing is missing but sending', async () => {
    const { world, call, amina, remind, letters } = round();
    writtenDraft(world, amina, call);
    world.moveTo(call.closesAt - DAY);
    remind();
    expect((await letters())[0]?.text).toContain('Nothing is missing.');
  });

  it('leaves her in peace once she has sent it or taken it back, even when the letter was promised', async () => {
    const { world, call, amina, remind, letters } = round();
    const applicationId = writtenDraft(world, amina, call);
    world.moveTo(call.closesAt - 7 * DAY);
    expect(remind()).toBe(1);
    expect(submitApplication(world.as(amina), applicationId).ok).toBe(true);
    const bo = world.person('Bo');
    const other = writtenDraft(world, bo, call);
    expect((await withdrawApplication(world.as(bo), other)).ok).toBe(true);
    world.moveTo(call.closesAt - 2 * DAY);
    expect(remind()).toBe(0);
    expect(await letters()).toEqual([]);
  });

  it('goes by her own closing when a code lets her come late', async () => {
    const here = round();
    const { world, call, amina, grace, remind } = here;
    const made = makeCallCode(world.as(grace), call.id, world.newId(), {
      label: 'Sewing group',
      purpose: 'late',
      expiresAt: call.closesAt + 5 * DAY,
      usesMax: 1,
    });
    invariant(made.ok, 'a code can be made');
    begun(here, amina, made.value.code);
    world.moveTo(call.closesAt - 2 * DAY);
    expect(remind()).toBe(1);
    world.moveTo(call.closesAt - HOUR);
    expect(remind()).toBe(0);
    world.moveTo(call.closesAt + 3 * DAY);
    expect([remind(), remind()]).toEqual([1, 0]);
    expect(
      world.db
        .select()
        .from(applicationReminder)
        .all()
        .map(({ kind }) => kind),
    ).toEqual(['week', 'two-days']);
  });

  it('tells those who write it with her, and nobody who only looks on or helps from outside', async () => {
    const here = round();
    const { world, call, amina, remind, letters } = here;
    const applicationId = begun(here, amina);
    const join = (name: string, role: 'view' | 'edit', kind: 'team' | 'support') =>
      insertMember(world.db, {
        id: world.newId(),
        applicationId,
        personId: world.person(name),
        role,
        kind,
        joinedAt: world.now(),
        invitationId: null,
      });
    join('Bo', 'edit', 'team');
    join('Carmen', 'view', 'team');
    join('Dilan', 'edit', 'support');
    world.moveTo(call.closesAt - DAY);
    remind();
    expect((await letters()).map(({ recipient }) => recipient).toSorted()).toEqual([
      'amina@people.example',
      'bo@people.example',
    ]);
  });

  it('is told to everybody, however many drafts there are', () => {
    const here = round();
    for (let each = 0; each < 230; each += 1) begun(here, here.world.person(`Writer ${each}`));
    here.world.moveTo(here.call.closesAt - DAY);
    expect([here.remind(), here.remind(), here.remind()]).toEqual([200, 30, 0]);
  });

  it('is told to those who close with the call, however many have a code for later', () => {
    const here = round();
    const { world, call, grace, remind } = here;
    const made = makeCallCode(world.as(grace), call.id, world.newId(), {
      label: 'Sewing groups',
      purpose: 'late',
      expiresAt: call.closesAt + 20 * DAY,
      usesMax: 300,
    });
    invariant(made.ok, 'a code can be made');
    for (let each = 0; each < 230; each += 1) begun(here, world.person(`Late ${each}`), made.value.code);
    for (let each = 0; each < 10; each += 1) begun(here, world.person(`In time ${each}`));
    world.moveTo(call.closesAt - DAY);
    expect([remind(), remind()]).toEqual([10, 0]);
  });

  it('reaches her telephone too, in a few words, where she asked for that', async () => {
    const notify = new FakeNotify();
    const here = round({ NOTIFY_API_KEY: notify.key, NOTIFY_SMS_TEMPLATE: notify.smsTemplate });
    const { world, call, amina, remind } = here;
    const texts = async () => {
      await keepPromises(() => world.as(null), keepers);
      return world.db
        .select()
        .from(message)
        .all()
        .filter(({ channel }) => channel === 'sms');
    };
    requestPhoneCode(world.as(amina), '07700 900123');
    const [sent] = await texts();
    invariant(sent !== undefined, 'a code was sent');
    confirmPhone(world.as(amina), wordsOf(world, sent).text.slice(0, 6));
    begun(here, amina);
    world.moveTo(call.closesAt - DAY);
    remind();
    const [, text] = await texts();
    expect(text).toMatchObject({ recipient: '+447700900123', state: 'waiting' });
    expect(text?.text).toMatch(/^Common Pot: your idea for “.+” is not sent yet\. It closes on .+ Go on: http/);
  });
});
