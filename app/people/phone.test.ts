import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { FakeNotify } from '#test/fakes/notify.ts';
import { testWorld } from '#test/world/test-world.ts';
import { wordsOf } from '../platform/messages.server.ts';
import { confirmPhone } from './commands/confirm-phone.server.ts';
import { forgetPhone } from './commands/forget-phone.server.ts';
import { requestPhoneCode } from './commands/request-phone-code.server.ts';
import { myPhone } from './queries/my-phone.server.ts';
import { phoneOf } from './queries/people.server.ts';

const notify = new FakeNotify();
const AMINA = '+447700900123';

function portal() {
  const world = testWorld({ NOTIFY_API_KEY: notify.key, NOTIFY_SMS_TEMPLATE: notify.smsTemplate });
  const amina = world.person('Amina');
  const ask = (typed = '07700 900123', who = amina) => requestPhoneCode(world.as(who), typed);
  const newestCode = async () => {
    await keepPromises(() => world.as(null), keepers);
    const rows = world.db
      .select()
      .from(message)
      .all()
      .filter(({ channel }) => channel === 'sms');
    const row = rows.at(-1);
    return row === undefined ? '' : (/\d{6}/.exec(wordsOf(world, row).text)?.[0] ?? '');
  };
  const confirm = (code: string, who = amina) => confirmPhone(world.as(who), code);
  return { world, amina, ask, newestCode, confirm };
}

describe('giving a telephone number', () => {
  it('sends urgent messages there once its code came back, and not before', async () => {
    const { world, amina, ask, newestCode, confirm } = portal();
    expect(ask().ok).toBe(true);
    expect(myPhone(world.as(amina))).toEqual({ canText: true, state: 'waiting', number: '+44 ••• 123' });
    expect(phoneOf(world, amina)).toBeNull();
    const code = await newestCode();
    expect(confirm(`${code.slice(0, 3)} ${code.slice(3)}`).ok).toBe(true);
    expect(phoneOf(world, amina)).toBe(AMINA);
    expect(confirm('', amina).ok).toBe(true);
  });

  it('takes no code of another person, of another number or of eleven minutes ago', async () => {
    const { world, amina, ask, newestCode, confirm } = portal();
    ask();
    const code = await newestCode();
    const bo = world.person('Bo');
    ask('07700 900123', bo);
    expect(confirm(code, bo)).toEqual({ ok: false, reason: 'wrong-code' });
    ask('07700 900456');
    expect(confirm(code)).toEqual({ ok: false, reason: 'wrong-code' });
    const other = await newestCode();
    world.pass(10 * MINUTE);
    expect(confirm(other)).toEqual({ ok: false, reason: 'code-expired' });
    expect(phoneOf(world, amina)).toBeNull();
    expect(confirm(code, world.person('Nobody yet'))).toEqual({ ok: false, reason: 'no-code' });
  });

  it('counts wrong tries, and takes not even the right code after five', async () => {
    const { ask, newestCode, confirm } = portal();
    ask();
    const code = await newestCode();
    const wrong = code === '000000' ? '111111' : '000000';
    for (let tries = 0; tries < 5; tries += 1) expect(confirm(wrong)).toEqual({ ok: false, reason: 'wrong-code' });
    expect(confirm(code)).toEqual({ ok: false, reason: 'too-many-tries' });
  });

  it('rings nobody’s telephone more than five times an hour, whoever types its number', () => {
    const { world, ask } = portal();
    const people = ['Amina', 'Bo', 'Carmen', 'Dilan', 'Esi', 'Farah'].map((name) => world.person(name));
    expect(people.map((who) => ask('07700 900123', who).ok)).toEqual([true, true, true, true, true, false]);
    world.pass(HOUR);
    expect(ask().ok).toBe(true);
  });

  it('asks again when the number changes, and forgets it when told', async () => {
    const { world, amina, ask, newestCode, confirm } = portal();
    ask();
    confirm(await newestCode());
    ask('07700 900456');
    expect(phoneOf(world, amina)).toBeNull();
    confirm(await newestCode());
    expect(phoneOf(world, amina)).toBe('+447700900456');
    forgetPhone(world.as(amina));
    expect(phoneOf(world, amina)).toBeNull();
    expect(myPhone(world.as(amina)).state).toBe('none');
  });

  it('is not asked for where no text messages are sent', () => {
    const world = testWorld();
    const amina = world.person('Amina');
    expect(requestPhoneCode(world.as(amina), '07700 900123')).toEqual({ ok: false, reason: 'no-texts' });
    expect(myPhone(world.as(amina)).canText).toBe(false);
  });

  it('writes the code down nowhere in the clear', async () => {
    const { world, ask, newestCode } = portal();
    ask();
    const code = await newestCode();
    expect(world.db.$client.serialize().toString('latin1')).not.toContain(code);
  });
});
