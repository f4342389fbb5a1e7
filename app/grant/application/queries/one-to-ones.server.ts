import type { Id } from '#app/kernel/id.ts';
import { peopleById, personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById, callForManager } from '../../call/queries/call-facts.server.ts';
import { slotEndsAt } from '../rules/one-to-one.ts';
import { findBooking, findBookingsOf, findFreeSlots, findSlotsOfCall, type Slot } from '../store/one-to-one.server.ts';
import { findApplication } from '../store.server.ts';
import { helpSeeker } from './help-seeker.server.ts';
import { hiddenFromPerson, whomItHidesFrom } from './hidden-from.server.ts';

/** Free times for one application, and the one it has taken. */
export function oneToOnes(context: Context, applicationId: Id) {
  const seeker = helpSeeker(context, applicationId);
  if (seeker === null) return null;
  const { application, call } = seeker;
  const free = findFreeSlots(context.db, call.id, context.now);
  const unwanted = whomItHidesFrom(
    context,
    applicationId,
    free.map(({ hostId }) => hostId),
  );
  const held = findBookingsOf(context.db, applicationId).find(({ slot }) => slotEndsAt(slot) > context.now);
  return {
    application: { id: application.id, reference: application.reference, state: application.state },
    call: {
      id: call.id,
      language: call.language,
      title: call.title,
      slug: call.slug,
      timeZone: call.timeZone,
      partnerName: call.partnerName,
    },
    booked:
      held === undefined
        ? null
        : {
            bookingId: held.booking.id,
            bookedAt: held.booking.bookedAt,
            phone: held.booking.phone,
            hostName: personById(context, held.slot.hostId)?.name ?? '',
            hasBegun: held.slot.startsAt <= context.now,
            ...told(held.slot),
          },
    free: free.filter(({ hostId }) => !unwanted.has(hostId)).map(told),
  };
}

/** What an applicant is told of a slot. */
function told({ id, startsAt, minutes, way, place, language, interpreter }: Slot) {
  return { id, startsAt, endsAt: slotEndsAt({ startsAt, minutes }), minutes, way, place, language, interpreter };
}

/** Every time that is offered in a call, with the reference of who has taken it; for its manager. */
export function slotsOfCall(context: Context, callId: Id) {
  const call = callForManager(context, callId);
  if (call === null || call.state !== 'published') return null;
  const hidden = hiddenFromPerson(context, callId, context.actor?.personId ?? '');
  // A time that somebody has taken whom she must not know of is not hers to see either: she cannot give it away.
  const rows = findSlotsOfCall(context.db, callId).filter(({ booking }) => !hidden.has(booking?.applicationId ?? ''));
  const hosts = peopleById(context, [...new Set(rows.map(({ slot }) => slot.hostId))]);
  return {
    call: { id: call.id, title: call.title, slug: call.slug, timeZone: call.timeZone, closesAt: call.closesAt },
    slots: rows.map(({ slot, booking }) => ({
      ...told(slot),
      hostName: hosts.get(slot.hostId)?.name ?? '',
      hasBegun: slot.startsAt <= context.now,
      booking:
        booking === null
          ? null
          : { id: booking.id, reference: booking.reference, phone: booking.phone, outcome: booking.outcome },
    })),
  };
}

/** A booking with everybody whom a letter about it concerns. The caller has checked who asks. */
export function bookingMatter(context: Pick<Context, 'db'>, bookingId: Id) {
  const found = findBooking(context.db, bookingId);
  const application = found === null ? null : findApplication(context.db, found.booking.applicationId);
  const call = application === null ? null : callById(context, application.callId);
  const host = found === null ? null : personById(context, found.slot.hostId);
  const booker = found === null ? null : personById(context, found.booking.bookedBy);
  if (found === null || application === null || call === null || host === null || booker === null) return null;
  return { ...found, slot: { ...found.slot, endsAt: slotEndsAt(found.slot) }, application, call, host, booker };
}
