import type { Id } from '#app/kernel/id.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import { helpByApplication, mayOfferHelp, NO_HELP } from '../rules/help-log.ts';
import { findHelpOf, findHelpSaves, findOffers, sumHelp } from '../store/help.server.ts';
import { findEntry } from '../store/staff-entry.server.ts';
import { findApplicationsOfCall } from '../store.server.ts';
import { hiddenFromPerson } from './hidden-from.server.ts';

/**
 * Who had how much help in a call, for its manager; those with the least first. Of a draft there is its reference
 * and nothing else: what somebody still writes, and who writes it, is nobody else's.
 */
export function helpLog(context: Context, callId: Id) {
  const call = callForManager(context, callId);
  if (call === null || call.state !== 'published') return null;
  const sums = helpByApplication(sumHelp(context.db, callId));
  const offers = new Map(findOffers(context.db, callId).map((offer) => [offer.applicationId, offer.offeredAt]));
  const hidden = hiddenFromPerson(context, callId, context.actor?.personId ?? '');
  const shown = findApplicationsOfCall(context.db, callId, ['draft', 'submitted']).filter(({ id }) => !hidden.has(id));
  const rows = shown.map(({ id, reference, state }) => {
    const help = sums.get(id) ?? NO_HELP;
    const offeredAt = offers.get(id) ?? null;
    return { applicationId: id, reference, state, help, offeredAt, mayOffer: mayOfferHelp({ state }, help, offeredAt) };
  });
  return {
    call: { id: call.id, title: call.title, timeZone: call.timeZone },
    rows: rows.toSorted(
      (one, other) =>
        one.help.timesAltogether - other.help.timesAltogether || one.reference.localeCompare(other.reference, 'en'),
    ),
  };
}

/** Who helped with an application, and with which answer: the caller has checked who asks. */
export function helpersOf(context: Context, applicationId: Id) {
  const given = findHelpOf(context.db, applicationId);
  const saves = findHelpSaves(context.db, applicationId);
  const entry = findEntry(context.db, applicationId);
  const people = peopleById(context, [...new Set([...given.map(({ by }) => by), ...saves.map(({ by }) => by)])]);
  const nameOf = (id: Id) => people.get(id)?.name ?? '';
  return {
    given: given.map(({ kind, by, at, minutes }) => ({ kind, name: nameOf(by), at, minutes })),
    saves: saves.map(({ what, by, lastAt }) => ({ what, name: nameOf(by), lastAt })),
    entry:
      entry === null
        ? null
        : {
            forName: entry.forName,
            enteredBy: nameOf(entry.enteredBy),
            startedAt: entry.startedAt,
            consentMeans: entry.consentMeans,
            consentWords: entry.consentWords,
            confirmedAt: entry.confirmedAt,
            confirmedMeans: entry.confirmedMeans,
          },
  };
}
