import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { createSessions } from '#app/people/sessions.server.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { planEvent } from './commands/plan-event.server.ts';
import { beforePlanning, PLAN } from './pitch-evening.testing.ts';
import { comingList } from './queries/coming-list.server.ts';
import { partyKey } from './queries/party-details.server.ts';
import { action as signUp } from './routes/coming.tsx';
import { loader as calendar } from './routes/coming-calendar.ts';
import { action as pressDesk } from './routes/coming-desk.tsx';
import { loader as table } from './routes/coming-table.ts';
import { action as atDoor } from './routes/door.tsx';
import { action as change } from './routes/my-coming.tsx';

/** A day in ten days with two places, and what a browser would get from its pages. */
function tenDaysBefore() {
  const { world, round, callId } = beforePlanning();
  const { Grace } = round.staff;
  const plan = { ...PLAN, startsAt: world.now() + 10 * DAY };
  const offer = { questionSeconds: 0, places: 2, interpreters: [], childcare: '', food: '', travelMoney: '' };
  mustBe(planEvent(world.as(Grace), callId, plan, { ...offer, signUpClosesAt: null }));
  const params = { callId, slug: round.call.slug };
  const ask = async (route: (args: never) => unknown, who: string | null, form: Record<string, string>, query = '') => {
    const request = new Request(`http://localhost:3000/here${query}`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    const context = { portal: world.as(who), sessions: createSessions(world) };
    const answer = await Promise.resolve()
      .then(() => route({ request, params, context } as never))
      .catch((thrown: unknown) => thrown);
    if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location'), data: null };
    const { data, init } = answer as { data: unknown; init: { status: number } };
    return { status: init.status, to: null, data };
  };
  const get = async (route: (args: never) => Response, who: string | null) =>
    route({
      request: new Request('http://localhost:3000/here'),
      params,
      context: { portal: world.as(who), sessions: createSessions(world) },
    } as never).text();
  const typed = (changes: Record<string, string> = {}) => ({
    partyId: world.newId(),
    name: 'Yusra',
    email: 'yusra@people.example',
    phone: '',
    people: '2',
    interpreter: '',
    children: '0',
    food: '',
    toKnow: '',
    ...changes,
  });
  const rows = () => comingList(world.as(Grace), callId)?.comers ?? [];
  return { world, Grace: Grace ?? '', Amina: round.people.Amina ?? '', callId, params, ask, get, typed, rows };
}

describe('the sign-up form', () => {
  it('wants a name, a contact and a number, and keeps what was typed', async () => {
    const { ask, typed, rows } = tenDaysBefore();
    const wrong = typed({ name: '', email: '', people: '9', children: '3' });
    expect(await ask(signUp, null, wrong)).toMatchObject({
      status: 422,
      data: {
        errors: { name: 'Please fill this in.', people: 'Enter a number from 1 to 8.' },
        typed: { people: ['9'] },
      },
    });
    expect(await ask(signUp, null, typed({ email: '' }))).toMatchObject({
      data: { errors: { email: 'Enter an e-mail address or a telephone number.' } },
    });
    expect(await ask(signUp, null, typed({ email: 'yusra' }))).toMatchObject({ status: 422 });
    expect(await ask(signUp, null, typed({ children: '3' }))).toMatchObject({
      data: { errors: { children: expect.stringContaining('more children than people') } },
    });
    expect(rows()).toEqual([]);
  });

  it('takes a telephone alone, and answers whoever is on the list like anybody else', async () => {
    const { ask, typed, rows } = tenDaysBefore();
    const first = await ask(signUp, null, typed({ email: '', phone: '024 7601 0123' }));
    expect(first.status).toBe(303);
    expect(await ask(signUp, null, typed({ email: '', phone: '+44 24 7601 0123', name: 'Tam' }))).toEqual(first);
    expect(rows().map(({ name, phone }) => [name, phone])).toEqual([['Yusra', '+442476010123']]);
  });
});

describe('the page behind the link', () => {
  it('changes, refuses more than there is, cancels and takes it back', async () => {
    const { world, ask, typed, rows } = tenDaysBefore();
    const form = typed();
    await ask(signUp, null, form);
    const query = `?key=${partyKey(world, form.partyId)}`;
    expect(await ask(change, null, { ...form, people: '3', version: '1' }, query)).toMatchObject({
      status: 422,
      data: { errors: { people: expect.stringContaining('not enough free places') } },
    });
    expect((await ask(change, null, { ...form, people: '1', version: '1' }, query)).status).toBe(303);
    expect(rows()).toMatchObject([{ people: 1, state: 'coming' }]);
    expect((await ask(change, null, { ...form, version: '1' }, query)).status).toBe(422);
    for (const [intent, state] of [
      ['cancel', 'cancelled'],
      ['come-back', 'coming'],
    ] as const) {
      expect((await ask(change, null, { intent }, query)).status).toBe(303);
      expect(rows()).toMatchObject([{ state }]);
    }
    expect((await ask(change, null, { intent: 'cancel' }, '?key=none')).status).toBe(404);
  });
});

describe('the managers’ pages', () => {
  it('add, close, mark at the door and hand out a table, and are nobody else’s', async () => {
    const { ask, get, typed, rows, Grace, Amina } = tenDaysBefore();
    expect((await ask(pressDesk, Amina, { intent: 'close' })).status).toBe(404);
    expect((await ask(pressDesk, Grace, typed({ intent: 'add', name: '=Tam' }))).to).toContain('done=coming');
    const [tam] = rows();
    const mark = { partyId: tam?.id ?? '', there: 'yes' };
    expect((await ask(atDoor, Amina, mark)).status).toBe(404);
    expect((await ask(atDoor, Grace, mark)).to).toContain(`#party-${tam?.id}`);
    expect(await get(table, Grace)).toContain("1,'=Tam,Has a place,2");
    expect(rows()[0]?.cameAt).not.toBeNull();
    expect((await ask(pressDesk, Grace, { intent: 'close' })).status).toBe(303);
    expect((await ask(signUp, null, typed({ email: 'ines@people.example' }))).status).toBe(422);
  });
});

describe('the calendar of the day', () => {
  it('says when and where to anybody', async () => {
    const { get } = tenDaysBefore();
    expect(await get(calendar, null)).toContain('LOCATION');
  });
});
