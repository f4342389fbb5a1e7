import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type DateDraft, type DateFault, planFaults, tidiedDate } from '../rules/plan.ts';
import { findDates, writeDates } from '../store/dates.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/**
 * Replaces the whole plan of a draft. A date that names its id stays the same date, which keeps it the same
 * in everybody's calendar.
 */
export function setCallDates(
  context: Context,
  callId: Id,
  dates: readonly (DateDraft & { readonly id?: Id | undefined })[],
): Outcome<'planned', DraftRefusal | DateFault> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const tidy = dates.map(tidiedDate);
    const fault = planFaults(opened.value, tidy)[0];
    if (fault !== undefined) return refused(fault.fault);
    const free = new Set(findDates(tx, callId).map((date) => date.id));
    const written = tidy.map(({ id, kind, startsAt, endsAt, place }) => ({
      // Once each: a second date with the same id is a new one.
      id: id !== undefined && free.delete(id) ? id : context.newId(),
      kind,
      startsAt,
      endsAt,
      place,
    }));
    writeDates(tx, callId, written);
    return done('planned');
  });
}
