import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { DAY, HOUR, MINUTE } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { writeLocalTime } from '#app/ui/local-time.ts';
import { keepers } from '#app/wiring.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { helpBooking } from '#db/schema/application-help.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { messagesOf } from '#test/world/messages-of.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { bookSlot } from './commands/book-slot.server.ts';
import { cancelBooking } from './commands/cancel-booking.server.ts';
import { noteMeeting } from './commands/note-meeting.server.ts';
import { offerSlot } from './commands/offer-slot.server.ts';
import { remindOfMeetings } from './commands/remind-of-meetings.server.ts';
import { withdrawSlot } from './commands/withdraw-slot.server.ts';
import { helpLog } from './queries/help-log.server.ts';
import { oneToOnes, slotsOfCall } from './queries/one-to-ones.server.ts';
import { action as timesAction } from './routes/staff-help-times.tsx';
import { action as talkAction } from './routes/talk.tsx';
import { loader as calendar } from './routes/talk-calendar.ts';
import type { SlotDraft } from './rules/one-to-one.ts';

const refusal = (reason: string) => ({ ok: false, reason });
const { help } = wordsIn('en').words;

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
  const other = world.partner('spark', { Otto: ['manager'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId);
  const amina = world.person('Amina');
  const bilal = world.person('Bilal');
  const first = call.opensAt + 3 * DAY;
  const offer = (changes: Partial<SlotDraft> = {}, by: Id = grace) => {
    const id = world.newId();
    const slot = {
      startsAt: first,
      minutes: 30,
      way: 'place',
      place: 'Room 2',
      language: 'ar',
      interpreter: true,
    } as const;
    return { id, outcome: offerSlot(world.as(by), call.id, id, { ...slot, ...changes }) };
  };
  const post = async () => {
    await keepPromises(() => world.as(null), keepers);
    return messagesOf(world.as(grace), [partnerId], 50).map(({ recipient, subject, text }) => ({
      recipient,
      subject,
      text,
    }));
  };
  return {
    world,
    call,
    first,
    grace,
    finn: staff.Finn ?? '',
    otto: other.staff.Otto ?? '',
    amina,
    bilal,
    aminas: writtenDraft(world, amina, call),
    bilals: writtenDraft(world, bilal, call),
    offer,
    post,
  };
}

describe('offering a time to talk', () => {
  it('is a manager’s, and the same form sent twice offers it once', () => {
    const { world, call, grace, finn, otto, amina, offer } = office();
    for (const who of [finn, otto, amina]) expect(offer({}, who).outcome).toEqual(refusal('not-found'));
    const { id, outcome } = offer();
    expect(outcome.ok).toBe(true);
    const slot = slotsOfCall(world.as(grace), call.id)?.slots[0];
    expect(slot).toMatchObject({ id, place: 'Room 2', hostName: 'Grace', booking: null });
    expect(
      offerSlot(world.as(grace), call.id, id, {
        startsAt: 1,
        minutes: 1,
        way: 'phone',
        place: '',
        language: 'en',
        interpreter: false,
      }).ok,
    ).toBe(true);
    expect(slotsOfCall(world.as(grace), call.id)?.slots).toHaveLength(1);
    expect(slotsOfCall(world.as(otto), call.id)).toBeNull();
  });

  it('never puts its host in two rooms: one may follow another at once', () => {
    const { first, offer } = office();
    offer();
    expect(offer({ startsAt: first + 30 * MINUTE - 1 }).outcome).toEqual(refusal('slot-overlaps'));
    expect(offer({ startsAt: first - 30 * MINUTE + 1 }).outcome).toEqual(refusal('slot-overlaps'));
    expect(offer({ startsAt: first + 30 * MINUTE }).outcome.ok).toBe(true);
    expect(offer({ startsAt: first - 30 * MINUTE }).outcome.ok).toBe(true);
  });

  it('says at the field what is wrong with it', async () => {
    const { world, call, grace } = office();
    const typed = {
      slotId: world.newId(),
      startsAt: writeLocalTime(call.closesAt, call.timeZone),
      minutes: '30',
      way: 'video',
      place: 'ask me',
      language: 'en',
    };
    const { status, reply } = await answerOf(() => timesAction(asked(world, grace, { callId: call.id }, typed)));
    expect([status, Object.keys(reply?.errors ?? {}), reply?.typed.place]).toEqual([422, ['startsAt'], ['ask me']]);
    const link = { ...typed, startsAt: writeLocalTime(call.closesAt - DAY, call.timeZone) };
    const second = await answerOf(() => timesAction(asked(world, grace, { callId: call.id }, link)));
    expect(Object.keys(second.reply?.errors ?? {})).toEqual(['place']);
    const unclear = { ...typed, startsAt: 'tomorrow', minutes: 'half' };
    const third = await answerOf(() => timesAction(asked(world, grace, { callId: call.id }, unclear)));
    expect(Object.keys(third.reply?.errors ?? {}).toSorted()).toEqual(['minutes', 'startsAt']);
  });
});

describe('taking a time', () => {
  it('is told by letter to both, with the way to give it back, and is in a calendar', async () => {
    const { world, first, amina, aminas, offer, post } = office();
    const { id } = offer();
    expect(bookSlot(world.as(amina), aminas, id, '').ok).toBe(true);
    const letters = await post();
    expect(letters.map(({ recipient }) => recipient).toSorted()).toEqual([
      'amina@people.example',
      'grace@people.example',
    ]);
    const hers = letters.find(({ recipient }) => recipient === 'amina@people.example');
    expect(hers?.text).toContain('Room 2');
    expect(hers?.text).toContain(`/apply/${aminas}/talk`);
    const file = await calendar(asked(world, amina, { applicationId: aminas }));
    const text = await file.text();
    expect(text).toContain(`DTSTART:${new Date(first).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`);
    expect(text).toContain('LOCATION;LANGUAGE=en:Room 2');
  });

  it('lets one in of two who press at once, whatever the rule has seen', () => {
    const { world, amina, bilal, aminas, bilals, offer } = office();
    const { id } = offer();
    expect(bookSlot(world.as(amina), aminas, id, '').ok).toBe(true);
    expect(bookSlot(world.as(amina), aminas, id, '').ok).toBe(true);
    expect(bookSlot(world.as(bilal), bilals, id, '')).toEqual(refusal('slot-taken'));
    const row = { slotId: id, applicationId: bilals, bookedBy: bilal, bookedAt: world.now(), phone: '' };
    expect(() =>
      world.db
        .insert(helpBooking)
        .values({ id: world.newId(), ...row })
        .run(),
    ).toThrow();
    expect(world.db.select().from(helpBooking).all()).toHaveLength(1);
  });

  it('gives everybody one before somebody has two, and another once the first is over', () => {
    const { world, first, amina, bilal, aminas, offer } = office();
    const one = offer().id;
    const two = offer({ startsAt: first + DAY }).id;
    expect(bookSlot(world.as(bilal), aminas, one, '')).toEqual(refusal('not-found'));
    bookSlot(world.as(amina), aminas, one, '');
    expect(bookSlot(world.as(amina), aminas, two, '')).toEqual(refusal('already-booked'));
    world.moveTo(first + 30 * MINUTE - 1);
    expect(bookSlot(world.as(amina), aminas, two, '')).toEqual(refusal('already-booked'));
    world.moveTo(first + 30 * MINUTE);
    expect(bookSlot(world.as(amina), aminas, two, '').ok).toBe(true);
  });

  it('needs a number to call by phone, and shows what was typed', async () => {
    const { world, amina, aminas, offer } = office();
    const { id } = offer({ way: 'phone', place: '' });
    const typed = { slot: id, phone: 'my mother’s' };
    const { status, reply } = await answerOf(() => talkAction(asked(world, amina, { applicationId: aminas }, typed)));
    expect([status, reply?.errors.phone, reply?.typed.phone]).toEqual([
      422,
      help.bookRefusals['phone-missing'],
      ['my mother’s'],
    ]);
    expect(bookSlot(world.as(amina), aminas, id, '07700 900123').ok).toBe(true);
    expect(oneToOnes(world.as(amina), aminas)?.booked).toMatchObject({ phone: '07700 900123', hasBegun: false });
  });

  it('is over when it begins, was taken back, or what was written is no draft', () => {
    const { world, call, first, grace, amina, aminas, offer } = office();
    const { id } = offer();
    const carl = world.person('Carl');
    expect(bookSlot(world.as(carl), submitted(world, carl, call), id, '')).toEqual(refusal('not-a-draft'));
    const gone = offer({ startsAt: first + DAY }).id;
    withdrawSlot(world.as(grace), call.id, gone);
    expect(bookSlot(world.as(amina), aminas, gone, '')).toEqual(refusal('slot-gone'));
    world.moveTo(first);
    expect(bookSlot(world.as(amina), aminas, id, '')).toEqual(refusal('slot-gone'));
  });
});

describe('a time that was taken', () => {
  it('can be given back until it begins, and is then somebody else’s', async () => {
    const { world, first, amina, bilal, aminas, bilals, offer, post } = office();
    const { id } = offer();
    bookSlot(world.as(amina), aminas, id, '');
    const bookingId = oneToOnes(world.as(amina), aminas)?.booked?.bookingId ?? '';
    expect(cancelBooking(world.as(bilal), bilals, bookingId)).toEqual(refusal('not-found'));
    expect(cancelBooking(world.as(amina), aminas, bookingId).ok).toBe(true);
    expect(cancelBooking(world.as(amina), aminas, bookingId).ok).toBe(true);
    expect(bookSlot(world.as(bilal), bilals, id, '').ok).toBe(true);
    const letters = await post();
    expect(
      letters.filter(({ subject }) => subject === wordsIn('en').words.helpDesk.letterHostCancelledTitle),
    ).toHaveLength(1);
    const bilalsBooking = oneToOnes(world.as(bilal), bilals)?.booked?.bookingId ?? '';
    world.moveTo(first);
    expect(cancelBooking(world.as(bilal), bilals, bilalsBooking)).toEqual(refusal('begun'));
  });

  it('is taken back by its host with a letter that says what to do next', async () => {
    const { world, call, first, grace, otto, amina, aminas, offer, post } = office();
    const { id } = offer();
    bookSlot(world.as(amina), aminas, id, '');
    await post();
    expect(withdrawSlot(world.as(otto), call.id, id)).toEqual(refusal('not-found'));
    expect(withdrawSlot(world.as(grace), call.id, id).ok).toBe(true);
    expect(withdrawSlot(world.as(grace), call.id, id).ok).toBe(true);
    expect(oneToOnes(world.as(amina), aminas)).toMatchObject({ booked: null, free: [] });
    const letters = await post();
    const sorry = letters.filter(({ text }) => text.includes(help.letterCancelledNext));
    expect(sorry.map(({ recipient }) => recipient)).toEqual(['amina@people.example']);
    const begun = offer().id;
    world.moveTo(first);
    expect(withdrawSlot(world.as(grace), call.id, begun)).toEqual(refusal('begun'));
  });

  it('is reminded of once, a day before, and not when it was only just booked', async () => {
    const { world, first, amina, bilal, aminas, bilals, offer } = office();
    bookSlot(world.as(amina), aminas, offer().id, '');
    const later = offer({ startsAt: first + HOUR }).id;
    world.moveTo(first - DAY - 1);
    expect(remindOfMeetings(world.as(null))).toEqual({ promised: 0 });
    world.moveTo(first - DAY);
    expect(remindOfMeetings(world.as(null))).toEqual({ promised: 1 });
    expect(remindOfMeetings(world.as(null))).toEqual({ promised: 0 });
    world.moveTo(first - 2 * HOUR);
    bookSlot(world.as(bilal), bilals, later, '');
    expect(remindOfMeetings(world.as(null))).toEqual({ promised: 0 });
  });

  it('is in the log once both say that they talked', () => {
    const { world, call, first, grace, otto, amina, aminas, offer } = office();
    const { id } = offer();
    bookSlot(world.as(amina), aminas, id, '');
    const bookingId = oneToOnes(world.as(amina), aminas)?.booked?.bookingId ?? '';
    expect(noteMeeting(world.as(grace), call.id, bookingId, 'met')).toEqual(refusal('not-yet'));
    world.moveTo(first);
    expect(noteMeeting(world.as(otto), call.id, bookingId, 'met')).toEqual(refusal('not-found'));
    expect(noteMeeting(world.as(grace), call.id, bookingId, 'met').ok).toBe(true);
    expect(noteMeeting(world.as(grace), call.id, bookingId, 'missed')).toEqual(refusal('already-noted'));
    const row = helpLog(world.as(grace), call.id)?.rows.find(({ applicationId }) => applicationId === aminas);
    expect(row?.help).toEqual({ times: { 'one-to-one': 1 }, timesAltogether: 1, minutes: 30 });
  });
});
