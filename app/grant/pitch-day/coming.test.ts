import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { wordsOf } from '#app/platform/messages.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { attendance, party as partyTable } from '#db/schema/pitch-day-coming.ts';
import { message } from '#db/schema/platform.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { cancelParty, changeWishes, comeAfterAll, markCame } from './commands/change-party.server.ts';
import { fixBallotPaper } from './commands/fix-ballot-paper.server.ts';
import { eraseComers, remindComers } from './commands/look-after-comers.server.ts';
import { closeSignUp, type OfferedDay } from './commands/offer-day.server.ts';
import { planEvent } from './commands/plan-event.server.ts';
import { addParty, type PartyWishes, signUpParty } from './commands/sign-up-party.server.ts';
import { beforePlanning, PLAN } from './pitch-evening.testing.ts';
import { comingList } from './queries/coming-list.server.ts';
import { comingPage } from './queries/coming-page.server.ts';
import { myComing } from './queries/my-coming.server.ts';

const OFFER: OfferedDay = {
  questionSeconds: 120,
  places: 4,
  interpreters: ['ar'],
  childcare: 'A play room with two helpers',
  food: 'A warm meal',
  travelMoney: 'Bus tickets',
  signUpClosesAt: null,
};

const ALONE: PartyWishes = {
  name: 'Yusra',
  email: 'yusra@people.example',
  phone: null,
  people: 1,
  interpreter: null,
  children: 0,
  wantsTravelMoney: false,
  food: '',
  toKnow: '',
};

/** A pitch day in ten days with four places; anybody signs up by name. */
function tenDaysBefore(places: number | null = 4) {
  const { world, round, callId } = beforePlanning();
  const startsAt = world.now() + 10 * DAY;
  const grace = () => world.as(round.staff.Grace);
  const plan = (offer: Partial<OfferedDay> = {}, changes: Partial<typeof PLAN> = {}) =>
    planEvent(grace(), callId, { ...PLAN, ...changes, startsAt }, { ...OFFER, places, ...offer });
  mustBe(plan());
  const { slug } = round.call;
  const wishes = (name: string, people: number): PartyWishes => ({
    ...ALONE,
    name,
    people,
    email: `${name.toLowerCase()}@people.example`,
  });
  const signUp = (name: string, people: number, changes: Partial<PartyWishes> = {}, language = 'en') =>
    signUpParty({ ...world.as(null), language }, slug, world.newId(), { ...wishes(name, people), ...changes });
  const rows = () => comingList(grace(), callId)?.comers ?? [];
  const named = (name: string) => {
    const row = rows().find((comer) => comer.name === name);
    if (row === undefined) throw new Error(`${name} has signed up`);
    return row;
  };
  const states = () => Object.fromEntries(rows().map(({ name, state }) => [name, state]));
  /** Letters since the last look, in order of address: those of one moment are written in any order. */
  let seen = 0;
  const news = async () => {
    expect(await keepPromises(() => world.as(null), keepers)).toMatchObject({ failed: 0 });
    const all = world.db.select().from(message).all();
    const fresh = all.slice(seen).filter(({ secret }) => secret);
    seen = all.length;
    return fresh
      .map((row) => ({ to: row.recipient.split('@')[0] ?? '', ...wordsOf(world, row) }))
      .toSorted((one, other) => one.to.localeCompare(other.to));
  };
  /** As in the newest letter. */
  const keyIn = (text: string) => /coming\?key=([0-9a-f]{40})/.exec(text)?.[1] ?? '';
  return { world, round, callId, slug, grace, plan, signUp, rows, named, states, news, keyIn, startsAt };
}

describe('signing up without an account', () => {
  it('gives places while there are some, and says so by letter', async () => {
    const day = tenDaysBefore();
    mustBe(day.signUp('Yusra', 3, { children: 1, interpreter: 'ar', food: 'Halal', wantsTravelMoney: true }));
    mustBe(day.signUp('Tam', 2));
    expect(day.states()).toEqual({ Yusra: 'coming', Tam: 'waiting' });
    const letters = await day.news();
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
      ['tam', 'You are on the waiting list: Pitch evening'],
      ['yusra', 'You have 3 places: Pitch evening'],
    ]);
    for (const words of ['The Weavers’ Hall', 'No steps.', 'A warm meal', 'questions for 2 minutes', '.ics'])
      expect(letters[1]?.text).toContain(words);
    expect(comingList(day.grace(), day.callId)?.numbers).toEqual({
      coming: 3,
      waiting: 2,
      came: 0,
      children: 1,
      travelMoney: 1,
      food: 1,
      interpreters: { ar: 1 },
    });
  });

  it('answers the same to an address that is on the list, and only the letter tells', async () => {
    const day = tenDaysBefore();
    const first = day.signUp('Yusra', 1);
    await day.news();
    const before = day.rows();
    expect(day.signUp('Somebody', 8, { email: 'YUSRA@people.example' })).toEqual(first);
    expect(day.rows()).toEqual(before);
    const [letter] = await day.news();
    expect(letter).toMatchObject({ to: 'yusra', text: expect.stringContaining('already') });
  });

  it('writes three letters an hour to one address, however often it is typed', async () => {
    const day = tenDaysBefore();
    for (let time = 0; time < 9; time += 1) mustBe(day.signUp('Yusra', 1));
    expect(await day.news()).toHaveLength(3);
    day.world.pass(HOUR);
    mustBe(day.signUp('Yusra', 1));
    expect(await day.news()).toHaveLength(1);
  });

  it('takes the same form sent twice once', async () => {
    const day = tenDaysBefore();
    const id = day.world.newId();
    for (const _ of ['once', 'again']) mustBe(signUpParty(day.world.as(null), day.slug, id, ALONE));
    expect(day.rows()).toHaveLength(1);
    expect(await day.news()).toHaveLength(1);
  });

  it('writes nothing to a telephone', async () => {
    const day = tenDaysBefore();
    mustBe(day.signUp('Yusra', 1, { email: null, phone: '+447700900123' }));
    expect(await day.news()).toEqual([]);
    expect(day.named('Yusra')).toMatchObject({ state: 'coming', phone: '+447700900123' });
  });

  it('writes in the language it was read in', async () => {
    const day = tenDaysBefore();
    mustBe(day.signUp('Yusra', 2, {}, 'ar'));
    const [letter] = await day.news();
    expect(letter?.subject).toContain('لكم مكانان');
    expect(letter?.html).toContain('dir="rtl"');
  });

  it('ends by hand, and with the start of the day', () => {
    const day = tenDaysBefore();
    mustBe(closeSignUp(day.grace(), day.callId, true));
    expect(day.signUp('Yusra', 1)).toMatchObject({ ok: false, reason: 'sign-up-ended' });
    mustBe(closeSignUp(day.grace(), day.callId, false));
    day.world.pass(10 * DAY - 1);
    mustBe(day.signUp('Yusra', 1));
    day.world.pass(1);
    expect(day.signUp('Tam', 1)).toMatchObject({ ok: false, reason: 'sign-up-ended' });
  });

  it('shows nobody who comes, nor how many', () => {
    const day = tenDaysBefore();
    mustBe(day.signUp('Yusra', 2));
    const page = JSON.stringify(comingPage(day.world.as(null), day.slug));
    expect(page).not.toContain('Yusra');
    mustBe(day.signUp('Tam', 1));
    expect(JSON.stringify(comingPage(day.world.as(null), day.slug))).toBe(page);
  });

  it('keeps no name, no address and no key that could be read in a copy of the database', async () => {
    const day = tenDaysBefore();
    mustBe(day.signUp('Yusra', 2, { food: 'Halal' }));
    const [letter] = await day.news();
    const bytes = day.world.db.$client.serialize().toString('latin1');
    const key = day.keyIn(letter?.text ?? '');
    expect(key).toHaveLength(40);
    for (const secret of ['Yusra', 'Halal', key]) expect(bytes).not.toContain(secret);
  });
});

describe('the waiting list', () => {
  it('moves up in turn when somebody cancels by their link, and tells until when to say no', async () => {
    const day = tenDaysBefore();
    for (const [name, people] of [
      ['Yusra', 4],
      ['Tam', 3],
      ['Ines', 1],
      ['Omar', 1],
    ] as const)
      mustBe(day.signUp(name, people));
    const letters = await day.news();
    const key = day.keyIn(letters.find(({ to }) => to === 'yusra')?.text ?? '');
    expect(myComing(day.world.as(null), key)).toMatchObject({ party: { state: 'coming', people: 4 } });
    mustBe(cancelParty(day.world.as(null), { key }));
    mustBe(cancelParty(day.world.as(null), { key }));
    expect(day.states()).toEqual({ Yusra: 'cancelled', Tam: 'coming', Ines: 'coming', Omar: 'waiting' });
    expect(day.named('Tam').sayNoBy).toBe(day.world.now() + 2 * DAY);
    const moved = await day.news();
    expect(moved.map(({ to }) => to)).toEqual(['ines', 'tam']);
    expect(moved[0]?.subject).toBe('There are places for you now: Pitch evening');
    expect(moved[0]?.text).toContain('If you cannot come, please say so by');
  });

  it('lets nobody overtake a large party, and gives a cancelled one the end of the list', () => {
    const day = tenDaysBefore();
    for (const [name, people] of [
      ['Yusra', 3],
      ['Tam', 2],
      ['Ines', 1],
    ] as const)
      mustBe(day.signUp(name, people));
    expect(day.states()).toEqual({ Yusra: 'coming', Tam: 'waiting', Ines: 'waiting' });
    const at = { callId: day.callId, partyId: day.named('Tam').id };
    mustBe(cancelParty(day.grace(), at));
    expect(day.states()).toEqual({ Yusra: 'coming', Tam: 'cancelled', Ines: 'coming' });
    expect(mustBe(comeAfterAll(day.grace(), at))).toBe('waiting');
    expect(day.named('Tam').turn).toBe(4);
  });

  it('moves up when the places grow, and keeps every place that was promised', async () => {
    const day = tenDaysBefore();
    mustBe(day.signUp('Yusra', 4));
    mustBe(day.signUp('Tam', 2));
    expect(day.plan({ places: 3 })).toMatchObject({ ok: false, reason: 'places-promised' });
    mustBe(day.plan({ places: 6 }));
    expect(day.states()).toEqual({ Yusra: 'coming', Tam: 'coming' });
  });

  it('moves nobody up once the day has begun', () => {
    const day = tenDaysBefore();
    mustBe(day.signUp('Yusra', 4));
    mustBe(day.signUp('Tam', 2));
    day.world.pass(10 * DAY);
    mustBe(day.plan({ places: 8 }));
    expect(day.states()).toEqual({ Yusra: 'coming', Tam: 'waiting' });
  });
});

describe('changing what one said', () => {
  const said = (people: number) => ({ ...ALONE, people });

  it('frees places, refuses what is not there, and tells the second of two windows', () => {
    const day = tenDaysBefore();
    mustBe(day.signUp('Yusra', 3));
    mustBe(day.signUp('Tam', 2));
    const at = { callId: day.callId, partyId: day.named('Yusra').id };
    expect(changeWishes(day.grace(), at, 1, said(4))).toMatchObject({ ok: false, reason: 'no-more-places' });
    mustBe(changeWishes(day.grace(), at, 1, said(2)));
    expect(day.states()).toEqual({ Yusra: 'coming', Tam: 'coming' });
    expect(changeWishes(day.grace(), at, 1, said(1))).toMatchObject({ ok: false, reason: 'moved-on' });
  });

  it('opens nothing with a wrong key', () => {
    const day = tenDaysBefore();
    mustBe(day.signUp('Yusra', 3));
    const key = 'f'.repeat(40);
    expect(myComing(day.world.as(null), key)).toBeNull();
    expect(cancelParty(day.world.as(null), { key })).toMatchObject({ ok: false, reason: 'not-found' });
    expect(
      cancelParty(day.world.as(day.round.people.Amina ?? ''), { callId: day.callId, partyId: day.named('Yusra').id }),
    ).toMatchObject({
      ok: false,
      reason: 'not-found',
    });
  });
});

describe('the managers', () => {
  it('add somebody who called, behind those who wait, once', () => {
    const day = tenDaysBefore();
    mustBe(day.signUp('Yusra', 3));
    mustBe(day.signUp('Tam', 2));
    const caller = { ...ALONE, name: 'Ines', email: null, phone: '+447700900123' };
    const id = day.world.newId();
    expect(mustBe(addParty(day.grace(), day.callId, id, caller))).toBe('waiting');
    expect(mustBe(addParty(day.grace(), day.callId, id, caller))).toBe('waiting');
    expect(addParty(day.grace(), day.callId, day.world.newId(), caller)).toMatchObject({ reason: 'known-contact' });
    expect(addParty(day.world.as(day.round.people.Amina ?? ''), day.callId, day.world.newId(), ALONE)).toMatchObject({
      reason: 'not-found',
    });
    expect(day.rows()).toHaveLength(3);
  });

  it('mark who is there, two of them at once, and take it back', () => {
    const day = tenDaysBefore();
    mustBe(day.signUp('Yusra', 3));
    const mark = (isThere: boolean) => mustBe(markCame(day.grace(), day.callId, day.named('Yusra').id, isThere));
    for (const _ of ['one helper', 'the other']) mark(true);
    expect(comingList(day.grace(), day.callId)?.numbers.came).toBe(3);
    mark(false);
    expect(day.named('Yusra').cameAt).toBeNull();
  });

  it('tell everybody who comes or waits when the plan changes, and nobody when it does not', async () => {
    const day = tenDaysBefore();
    for (const [name, people] of [
      ['Yusra', 4],
      ['Tam', 2],
      ['Ines', 1],
    ] as const)
      mustBe(day.signUp(name, people));
    mustBe(cancelParty(day.grace(), { callId: day.callId, partyId: day.named('Ines').id }));
    await day.news();
    mustBe(day.plan());
    expect(await day.news()).toEqual([]);
    mustBe(day.plan({}, { place: 'The Drapers’ Hall' }));
    const letters = await day.news();
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
      ['tam', 'Changed plan: Pitch evening'],
      ['yusra', 'Changed plan: Pitch evening'],
    ]);
    expect(letters[0]?.text).toContain('The Drapers’ Hall');
  });
});

describe('minutes for questions', () => {
  it('are told to the groups that pitch, and told again when they change', async () => {
    const day = tenDaysBefore();
    mustBe(fixBallotPaper(day.grace(), day.callId, []));
    const toGroups = async () => {
      await keepPromises(() => day.world.as(null), keepers);
      const all = day.world.db.select().from(message).all();
      return all.filter(({ recipient, subject }) => recipient.startsWith('bilal') && subject.includes('Pitch evening'));
    };
    const [first] = await toGroups();
    expect(first?.text).toContain('Questions after each pitch');
    expect(first?.text).toContain('2 minutes');
    mustBe(day.plan({ questionSeconds: 300 }));
    const letters = await toGroups();
    expect(letters).toHaveLength(2);
    expect(letters.some(({ text }) => text.includes('5 minutes'))).toBe(true);
  });
});

describe('two days before', () => {
  it('reminds those who come, once', async () => {
    const day = tenDaysBefore();
    mustBe(day.signUp('Yusra', 4));
    mustBe(day.signUp('Tam', 2));
    await day.news();
    day.world.pass(8 * DAY - 1);
    remindComers(day.world.as(null));
    expect(await day.news()).toEqual([]);
    day.world.pass(1);
    for (const _ of ['now', 'and ten minutes later']) remindComers(day.world.as(null));
    const letters = await day.news();
    expect(letters.map(({ to }) => to)).toEqual(['yusra']);
    expect(letters[0]?.text).toContain('/pitch-day.ics');
  });
});

describe('thirty days after', () => {
  it('erases the names and keeps the numbers', () => {
    const day = tenDaysBefore();
    mustBe(day.signUp('Yusra', 3, { children: 1, interpreter: 'ar', food: 'Halal' }));
    mustBe(markCame(day.grace(), day.callId, day.named('Yusra').id, true));
    const { numbers } = comingList(day.grace(), day.callId) ?? {};
    day.world.pass(40 * DAY - 1);
    eraseComers(day.world.as(null));
    expect(day.rows()).toHaveLength(1);
    day.world.pass(1);
    for (const _ of ['now', 'and an hour later']) eraseComers(day.world.as(null));
    expect(day.world.db.select().from(partyTable).all()).toEqual([]);
    expect(day.world.db.select().from(attendance).all()).toHaveLength(1);
    const list = comingList(day.grace(), day.callId);
    expect(list).toMatchObject({ comers: [], numbers, erasedAt: day.world.now() });
  });
});
