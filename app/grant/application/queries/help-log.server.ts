import type { Id } from '#app/kernel/id.ts';
import { cutPage, type PageFrom } from '#app/kernel/paging.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import { helpByApplication, mayOfferHelp, NO_HELP } from '../rules/help-log.ts';
import { PAGE_ROWS } from '../rules/listing.ts';
import { findHelpOf, findHelpSaves } from '../store/help.server.ts';
import { findLogged, findLoggedOne, findOffers, type Logged, sumHelp } from '../store/help-log.server.ts';
import { findEntry } from '../store/staff-entry.server.ts';
import { hiddenFromPerson } from './hidden-from.server.ts';

/**
 * One page of who had how much help in a call, for its manager; those with the least first. Of a draft there is its
 * reference and nothing else: what somebody still writes, and who writes it, is nobody else's.
 */
export function helpLog(context: Context, callId: Id, asked: PageFrom | null = null) {
  const call = callForManager(context, callId);
  if (call === null || call.state !== 'published') return null;
  const hidden = hiddenFromMeIn(context, callId);
  const row = asked === null ? null : findLoggedOne(context.db, callId, hidden, asked.id);
  const from = asked === null || row === null ? null : { toward: asked.toward, row };
  const { rows, before, after } = cutPage(
    findLogged(context.db, callId, hidden, from, PAGE_ROWS + 1),
    PAGE_ROWS,
    from?.toward ?? null,
  );
  return {
    call: { id: call.id, title: call.title, timeZone: call.timeZone },
    rows: linesOf(context, rows),
    before: before?.id ?? null,
    after: after?.id ?? null,
  };
}

/** One line of the same log; null for anybody who may not see it. */
export function helpLine(context: Context, callId: Id, applicationId: Id) {
  const call = callForManager(context, callId);
  if (call === null || call.state !== 'published') return null;
  const row = findLoggedOne(context.db, callId, hiddenFromMeIn(context, callId), applicationId);
  return row === null ? null : (linesOf(context, [row])[0] ?? null);
}

function hiddenFromMeIn(context: Context, callId: Id): Id[] {
  return [...hiddenFromPerson(context, callId, context.actor?.personId ?? '')];
}

function linesOf(context: Context, rows: readonly Logged[]) {
  const ids = rows.map(({ id }) => id);
  const sums = helpByApplication(sumHelp(context.db, ids));
  const offers = new Map(findOffers(context.db, ids).map((offer) => [offer.applicationId, offer.offeredAt]));
  return rows.map(({ id, reference, state }) => {
    const help = sums.get(id) ?? NO_HELP;
    const offeredAt = offers.get(id) ?? null;
    return { applicationId: id, reference, state, help, offeredAt, mayOffer: mayOfferHelp({ state }, help, offeredAt) };
  });
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
