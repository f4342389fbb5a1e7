import { plainDigits } from '#app/kernel/digits.ts';
import { DAY, HOUR, type Instant, MINUTE } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { ApplicationState } from './state.ts';

export const MEETING_WAYS = ['place', 'phone', 'video'] as const;
export type MeetingWay = (typeof MEETING_WAYS)[number];

export const SLOT_MINUTES_LEAST = 10;
export const SLOT_MINUTES_MOST = 180;
export const SLOT_PLACE_CHARACTERS_MAX = 300;
/** Free and taken, per call, that are still to come. */
export const SLOTS_MAX = 300;

/** What a member of staff says about a time before it is offered. */
export type SlotDraft = {
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly way: MeetingWay;
  /** An address or a link; nothing by phone. */
  readonly place: string;
  /** BCP 47 tag of the language that is spoken. */
  readonly language: string;
  readonly interpreter: boolean;
};

export type SlotFault =
  | 'slot-passed'
  | 'slot-after-closing'
  | 'slot-overlaps'
  | 'minutes-out-of-range'
  | 'place-empty'
  | 'link-unreadable'
  | 'place-too-long';

/** The slot with what its way does not use emptied. */
export function tidiedSlot(slot: SlotDraft): SlotDraft {
  return { ...slot, place: slot.way === 'phone' ? '' : slot.place.trim() };
}

/**
 * What is wrong with a time that is to be offered, by field; one fault a field.
 *
 * @param taken  what the same host offers already
 */
export function slotFaults(
  slot: SlotDraft,
  call: { readonly closesAt: Instant },
  taken: readonly Pick<SlotDraft, 'startsAt' | 'minutes'>[],
  now: Instant,
): { field: keyof SlotDraft; fault: SlotFault }[] {
  const isCount =
    Number.isInteger(slot.minutes) && slot.minutes >= SLOT_MINUTES_LEAST && slot.minutes <= SLOT_MINUTES_MOST;
  const { place, way } = slot;
  const checks: readonly (readonly [keyof SlotDraft, SlotFault, boolean])[] = [
    ['startsAt', 'slot-passed', slot.startsAt <= now],
    ['startsAt', 'slot-after-closing', slot.startsAt >= call.closesAt],
    ['startsAt', 'slot-overlaps', isCount && taken.some((other) => overlaps(slot, other))],
    ['minutes', 'minutes-out-of-range', !isCount],
    ['place', 'place-empty', way !== 'phone' && place.trim() === ''],
    ['place', 'link-unreadable', way === 'video' && place.trim() !== '' && !isLink(place.trim())],
    ['place', 'place-too-long', place.length > SLOT_PLACE_CHARACTERS_MAX],
  ];
  const faults = checks.filter(([, , isWrong]) => isWrong).map(([field, fault]) => ({ field, fault }));
  return faults.filter(({ field }, place) => faults.findIndex((other) => other.field === field) === place);
}

type Stretch = Pick<SlotDraft, 'startsAt' | 'minutes'>;

/** When a slot is over. */
export function slotEndsAt({ startsAt, minutes }: Stretch): Instant {
  return startsAt + minutes * MINUTE;
}

function overlaps(one: Stretch, other: Stretch): boolean {
  return one.startsAt < slotEndsAt(other) && other.startsAt < slotEndsAt(one);
}

/** Only what a browser opens as a page. */
function isLink(text: string): boolean {
  const address = URL.parse(text);
  return address !== null && address.protocol === 'https:' && address.host !== '' && !/\s/.test(text);
}

export type BookRefusal = 'not-a-draft' | 'already-booked' | 'slot-gone' | 'slot-taken' | 'phone-missing';

export const PHONE_PATTERN = /^\+?[\d\s().-]{6,30}$/;

/**
 * Decides whether an application may take a time. The first refusal wins.
 *
 * @param hasOne  whether it has one that is still to come: everybody gets one before somebody gets two
 */
export function decideBook(
  application: { readonly state: ApplicationState },
  slot: {
    readonly startsAt: Instant;
    readonly way: MeetingWay;
    readonly isTaken: boolean;
    readonly withdrawnAt: Instant | null;
  },
  phone: string,
  hasOne: boolean,
  now: Instant,
): Outcome<'book', BookRefusal> {
  if (application.state !== 'draft') return refused('not-a-draft');
  if (hasOne) return refused('already-booked');
  if (slot.withdrawnAt !== null || slot.startsAt <= now) return refused('slot-gone');
  if (slot.isTaken) return refused('slot-taken');
  return slot.way === 'phone' && !PHONE_PATTERN.test(plainDigits(phone.trim()))
    ? refused('phone-missing')
    : done('book');
}

/** Somebody who cannot come says so until it begins. */
export function decideCancel(
  booking: { readonly startsAt: Instant; readonly cancelledAt: Instant | null },
  now: Instant,
): Outcome<'cancel', 'already-cancelled' | 'begun'> {
  if (booking.cancelledAt !== null) return refused('already-cancelled');
  return now >= booking.startsAt ? refused('begun') : done('cancel');
}

/** How a draft ends: nobody needs help with it after that. */
export const DRAFT_ENDS = ['taken-back', 'merged', 'sent'] as const;
export type DraftEnd = (typeof DRAFT_ENDS)[number];

/** What came of a meeting is said once, when it has begun. */
export function decideOutcome(
  booking: { readonly startsAt: Instant; readonly cancelledAt: Instant | null; readonly outcome: string | null },
  now: Instant,
): Outcome<'note', 'already-cancelled' | 'already-noted' | 'not-yet'> {
  if (booking.cancelledAt !== null) return refused('already-cancelled');
  if (booking.outcome !== null) return refused('already-noted');
  return now < booking.startsAt ? refused('not-yet') : done('note');
}

/** A day before; not for one that was only just booked, whose letter is still fresh. */
export const REMIND_BEFORE = DAY;
export const FRESH_FOR = 6 * HOUR;

/** Whether the one reminder of a booking is due. */
export function isReminderDue(
  booking: { readonly startsAt: Instant; readonly bookedAt: Instant; readonly remindedAt: Instant | null },
  now: Instant,
): boolean {
  if (booking.remindedAt !== null || now >= booking.startsAt) return false;
  return now >= booking.startsAt - REMIND_BEFORE && now - booking.bookedAt >= FRESH_FOR;
}
