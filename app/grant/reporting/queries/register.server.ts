import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { type Currency, type Minor, sumMinor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationsById } from '../../application/queries/application-card.server.ts';
import { panelMakeups } from '../../assessment/queries/panel-makeup.server.ts';
import type { Composition } from '../../assessment/rules/composition.ts';
import { awardsOfCalls } from '../../award/queries/award-card.server.ts';
import { publishedCalls } from '../../call/queries/call-facts.server.ts';
import { paidPartsOfCalls } from '../../payment/queries/paid-parts.server.ts';
import { eventsOfCalls } from '../../pitch-day/queries/events-of-calls.server.ts';
import { byOpening, byTitle } from '../rules/register-order.ts';

export type RegisterRow = {
  readonly awardId: Id;
  readonly groupName: string;
  readonly title: string;
  readonly oneLine: string;
  readonly language: string;
  readonly city: string;
  readonly amountMinor: Minor;
  readonly paidMinor: Minor;
  readonly acceptedAt: Instant;
};

export type RegisterCall = {
  readonly id: Id;
  readonly title: string;
  /** BCP 47 tag of the title. */
  readonly language: string;
  readonly partnerName: string;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly sumMinor: Minor;
  readonly paidMinor: Minor;
  /** The public vote that was part of the decision; null where the panel decided alone. */
  readonly pollId: Id | null;
  /** Who decided, in numbers. */
  readonly panel: Composition | null;
  readonly rows: readonly RegisterRow[];
};

/**
 * Every accepted award, by call, the newest call first and its ideas by title: public, so it holds no person's name
 * and no contact.
 * The same few queries however many calls and awards.
 */
export function register(context: Context): RegisterCall[] {
  const calls = publishedCalls(context).toSorted(byOpening);
  const callIds = calls.map((call) => call.id);
  const accepted = awardsOfCalls(context, callIds).filter((award) => award.state === 'accepted');
  const parts = paidPartsOfCalls(
    context,
    callIds,
    accepted.map((award) => award.id),
  );
  const cards = applicationsById(
    context,
    accepted.map((award) => award.applicationId),
  );
  const events = eventsOfCalls(context, callIds);
  const panels = panelMakeups(context, calls);
  return calls
    .map((call) => {
      const awards = accepted.filter((award) => award.callId === call.id);
      const rows = awards.toSorted(byTitle).map((award) => {
        const applied = cards.get(award.applicationId);
        // What somebody has taken back is not shown, only what it was awarded.
        const card = applied?.state === 'submitted' ? applied : null;
        return {
          awardId: award.id,
          groupName: applied?.publicName ?? award.groupName,
          title: award.title,
          oneLine: card?.oneLine ?? '',
          language: card?.language ?? 'en',
          city: card?.city ?? '',
          amountMinor: award.amountMinor,
          paidMinor: parts.get(award.id)?.paidMinor ?? 0,
          acceptedAt: award.acceptedAt ?? call.closesAt,
        };
      });
      return {
        id: call.id,
        title: call.title,
        language: call.language,
        partnerName: call.partnerName,
        currency: call.currency,
        timeZone: call.timeZone,
        sumMinor: sumMinor(rows.map((row) => row.amountMinor)),
        paidMinor: sumMinor(rows.map((row) => row.paidMinor)),
        pollId: events.get(call.id)?.pollId ?? null,
        panel: panels.get(call.id) ?? null,
        rows,
      };
    })
    .filter((call) => call.rows.length > 0);
}
