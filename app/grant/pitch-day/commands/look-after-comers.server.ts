import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { detailsOf } from '../queries/party-details.server.ts';
import { NAMES_KEPT_FOR, REMINDED_BEFORE } from '../rules/coming.ts';
import { countComers } from '../rules/counting-comers.ts';
import {
  eventsToRemindOf,
  eventsWithNamesBefore,
  keepNumbersOnly,
  markReminded,
  partiesOf,
} from '../store/coming.server.ts';

/** Promises everybody who comes a letter two days before the day, once for each start it ever had. For the scheduler. */
export function remindComers(context: Context): void {
  context.transact((tx) => {
    for (const { id, startsAt } of eventsToRemindOf(tx, context.now, context.now + REMINDED_BEFORE)) {
      markReminded(tx, id, startsAt);
      // Whoever signed up within these two days has just had a letter that says the same.
      for (const party of partiesOf(tx, id))
        if (party.state === 'coming' && party.signedUpAt <= startsAt - REMINDED_BEFORE)
          promise(tx, context, { kind: 'party-told', subjectId: party.id, detail: { about: 'near' } });
    }
    return done('promised');
  });
}

/** Erases names, contacts and needs thirty days after the day and keeps the numbers. For the scheduler. */
export function eraseComers(context: Context): void {
  context.transact((tx) => {
    for (const eventId of eventsWithNamesBefore(tx, context.now - NAMES_KEPT_FOR)) {
      const parties = partiesOf(tx, eventId).map((party) => ({
        ...party,
        hasFood: detailsOf(context, party).food !== '',
        hasCome: party.cameAt !== null,
      }));
      keepNumbersOnly(tx, { ...countComers(parties), eventId, erasedAt: context.now });
    }
    return done('erased');
  });
}
