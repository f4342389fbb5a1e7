import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '#app/kernel/instant.ts';
import { message } from '#db/schema/platform.ts';
import { FakeNotify } from '#test/fakes/notify.ts';
import { testWorld } from '#test/world/test-world.ts';
import { sendMessages } from './mailer.server.ts';
import { type Letter, writeLetter, writeSecretText } from './messages.server.ts';
import { notifyOf } from './notify.server.ts';

const AMINA = '+447700900123';
const notify = new FakeNotify();
let address: string;
beforeEach(async () => {
  address = await notify.open();
});
afterEach(async () => {
  await notify.close();
  notify.taken.length = 0;
  notify.isOpen = true;
  notify.questionsLeft = Number.POSITIVE_INFINITY;
});

async function portal(channels: 'texts' | 'both' = 'texts') {
  const world = testWorld({
    NOTIFY_API_KEY: notify.key,
    NOTIFY_URL: address,
    NOTIFY_SMS_TEMPLATE: notify.smsTemplate,
    ...(channels === 'both' ? { NOTIFY_EMAIL_TEMPLATE: notify.emailTemplate } : {}),
  });
  const carriers = await notifyOf(world.env);
  const promised = { id: 'promise', kind: 'draft-unfinished' as const, subjectId: 'draft', detail: {} };
  const write = async (short: Letter['short'] = { to: AMINA, words: 'Your idea is not sent yet.' }) => {
    const letter = { to: 'amina@people.example', subject: 'News', body: <p>Good news</p>, short };
    (await writeLetter(world.as(null), promised, letter))(world.db);
  };
  const send = async () => {
    const texts = await sendMessages(() => world.as(null), 'sms', carriers?.sms);
    const letters = await sendMessages(() => world.as(null), 'email', carriers?.email);
    return { sent: texts.sent + letters.sent, failed: texts.failed + letters.failed };
  };
  const rows = (channel: 'sms' | 'email' = 'sms') =>
    world.db
      .select()
      .from(message)
      .all()
      .filter((row) => row.channel === channel);
  return { world, carriers, promised, write, send, rows };
}

describe('sending by GOV.UK Notify', () => {
  it('sends a short text beside a letter that is kept here', async () => {
    const { write, send, rows } = await portal();
    await write();
    expect(await send()).toEqual({ sent: 1, failed: 0 });
    expect(notify.taken).toMatchObject([{ to: AMINA, personalisation: { body: 'Your idea is not sent yet.' } }]);
    expect(rows()[0]).toMatchObject({ state: 'sent', providerId: notify.taken[0]?.id });
    expect(rows('email')[0]?.state).toBe('kept');
  });

  it('sends letters too where it has a template for them', async () => {
    const { write, send } = await portal('both');
    await write();
    expect((await send()).sent).toBe(2);
    expect(notify.taken.find(({ type }) => type === 'email')).toMatchObject({
      to: 'amina@people.example',
      personalisation: { subject: 'News', body: 'Good news' },
    });
  });

  it('sends no text without a template', async () => {
    const world = testWorld();
    const context = world.as(null);
    const letter = { to: 'a@people.example', subject: 'News', body: <p>News</p>, short: { to: AMINA, words: 'News' } };
    const promised = { id: 'promise', kind: 'draft-unfinished' as const, subjectId: 'draft', detail: {} };
    (await writeLetter(context, promised, letter))(world.db);
    expect(
      world.db
        .select()
        .from(message)
        .all()
        .map(({ channel }) => channel),
    ).toEqual(['email']);
  });

  it('asks before it sends again when an answer was lost, and sends once', async () => {
    const { world, write, send, rows } = await portal();
    await write();
    notify.losesNextAnswer = true;
    expect(await send()).toEqual({ sent: 0, failed: 1 });
    expect(rows()[0]).toMatchObject({ state: 'waiting', triedAt: world.now() });
    expect(notify.taken).toHaveLength(1);
    world.pass(MINUTE);
    expect(await send()).toEqual({ sent: 1, failed: 0 });
    expect(notify.taken).toHaveLength(1);
    expect(rows()[0]?.providerId).toBe(notify.taken[0]?.id);
  });

  it('waits while it is closed, and sends when it is open again', async () => {
    const { world, write, send, rows } = await portal();
    await write();
    notify.isOpen = false;
    await send();
    expect(rows()[0]).toMatchObject({
      state: 'waiting',
      lastError: 'Error: GOV.UK Notify answered 503: Internal server error',
    });
    notify.isOpen = true;
    world.pass(MINUTE);
    await send();
    expect(rows()[0]?.state).toBe('sent');
    expect(notify.taken).toHaveLength(1);
  });

  it('does not try a number again that Notify refuses', async () => {
    const { write, send, rows } = await portal();
    await write({ to: '+12', words: 'Hello' });
    await send();
    expect(rows()[0]).toMatchObject({
      state: 'failed',
      lastError: 'NeverDeliverable: GOV.UK Notify answered 400: phone_number Not enough digits',
    });
  });

  it('keeps its key out of the reason when it is not let in', async () => {
    const { world, write, rows } = await portal();
    await write();
    const wrong = `portal-26785a09-ab16-4eb0-8407-a37497a57506-00000000-8d35-48ac-975b-e847b4f122b0`;
    const carriers = await notifyOf({ ...world.env, NOTIFY_API_KEY: wrong });
    await sendMessages(() => world.as(null), 'sms', carriers?.sms);
    expect(rows()[0]?.lastError).toBe('Error: GOV.UK Notify answered 403: Invalid token: API key not found');
  });

  it('forgets the words of a code once it is sent, and never holds them in the clear', async () => {
    const { world, promised, send, rows } = await portal();
    writeSecretText(world.as(null), promised, AMINA, 'Your code is 123456')(world.db);
    expect(JSON.stringify(rows())).not.toContain('123456');
    await send();
    expect(notify.taken[0]?.personalisation.body).toBe('Your code is 123456');
    expect(rows()[0]).toMatchObject({ state: 'sent', text: '' });
  });
});

describe('asking what arrived', () => {
  it.each([
    ['delivered', 'sent', null],
    // All that is ever said of a telephone abroad.
    ['sent', 'sent', null],
    ['permanent-failure', 'failed', 'GOV.UK Notify: permanent-failure'],
    ['temporary-failure', 'failed', 'GOV.UK Notify: temporary-failure'],
  ] as const)('writes down that it was %s', async (status, state, lastError) => {
    const { world, carriers, write, send, rows } = await portal();
    await write();
    await send();
    expect(await carriers?.checkDeliveries(world.as(null))).toEqual({ final: 0, unanswered: 0 });
    notify.settle(AMINA, status);
    expect(await carriers?.checkDeliveries(world.as(null))).toEqual({ final: 1, unanswered: 0 });
    expect(rows()[0]).toMatchObject({ state, delivery: status, lastError });
    const asked = notify.requests;
    await carriers?.checkDeliveries(world.as(null));
    expect(notify.requests).toBe(asked);
  });

  it('asks about the others too when Notify has forgotten one', async () => {
    const { world, carriers, write, send, rows } = await portal();
    await write();
    await write({ to: '+447700900456', words: 'Your talk is tomorrow.' });
    await send();
    notify.forget(AMINA);
    notify.settle('+447700900456', 'delivered');
    expect(await carriers?.checkDeliveries(world.as(null))).toEqual({ final: 2, unanswered: 0 });
    expect(rows().map(({ state, delivery }) => [state, delivery])).toEqual([
      ['sent', 'forgotten'],
      ['sent', 'delivered'],
    ]);
  });

  it('gives each message its turn, however many are on their way for days', async () => {
    const { world, carriers, write, send, rows } = await portal();
    for (let texts = 0; texts < 50; texts += 1) await write();
    await send();
    world.pass(MINUTE);
    await write({ to: '+447700900456', words: 'Your talk is tomorrow.' });
    await send();
    notify.settle('+447700900456', 'permanent-failure');
    await carriers?.checkDeliveries(world.as(null));
    world.pass(5 * MINUTE);
    expect(await carriers?.checkDeliveries(world.as(null))).toEqual({ final: 1, unanswered: 0 });
    expect(rows().filter(({ state }) => state === 'failed')).toHaveLength(1);
  });

  it('stops asking when it is told that it asks too often, and goes on with the rest later', async () => {
    const { world, carriers, write, send } = await portal();
    for (let texts = 0; texts < 4; texts += 1) await write();
    await send();
    notify.settle(AMINA, 'delivered');
    notify.questionsLeft = 2;
    expect(await carriers?.checkDeliveries(world.as(null))).toEqual({ final: 2, unanswered: 1 });
    notify.questionsLeft = Number.POSITIVE_INFINITY;
    world.pass(5 * MINUTE);
    expect(await carriers?.checkDeliveries(world.as(null))).toEqual({ final: 2, unanswered: 0 });
  });

  it('asks no longer than four days', async () => {
    const { world, carriers, write, send } = await portal();
    await write();
    await send();
    world.pass(4 * DAY);
    const asked = notify.requests;
    await carriers?.checkDeliveries(world.as(null));
    expect(notify.requests).toBe(asked);
  });
});
