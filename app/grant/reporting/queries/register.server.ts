import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { type Currency, type Minor, sumMinor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import { awardsOfCall } from '../../award/queries/award-card.server.ts';
import { publishedCalls } from '../../call/queries/call-facts.server.ts';
import { paidPartsOfCalls } from '../../payment/queries/paid-parts.server.ts';
import { eventOfCall } from '../../pitch-day/queries/event-of-call.server.ts';

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
  readonly partnerName: string;
  readonly currency: Currency;
  readonly timeZone: string;
  readonly sumMinor: Minor;
  readonly paidMinor: Minor;
  /** The public vote that was part of the decision; null where the panel decided alone. */
  readonly pollId: Id | null;
  readonly rows: readonly RegisterRow[];
};

/** Every accepted award, by call: public, so it holds no person's name and no contact. */
export function register(context: Context): RegisterCall[] {
  return publishedCalls(context)
    .map((call) => {
      const awards = awardsOfCall(context, call.id).filter((award) => award.state === 'accepted');
      const parts = paidPartsOfCalls(
        context,
        [call.id],
        awards.map((award) => award.id),
      );
      const cards = new Map(applicationsUnderReview(context, call.id).map((card) => [card.id, card]));
      const rows = awards.map((award) => {
        const card = cards.get(award.applicationId);
        return {
          awardId: award.id,
          groupName: award.groupName,
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
        partnerName: call.partnerName,
        currency: call.currency,
        timeZone: call.timeZone,
        sumMinor: sumMinor(rows.map((row) => row.amountMinor)),
        paidMinor: sumMinor(rows.map((row) => row.paidMinor)),
        pollId: eventOfCall(context, call.id)?.pollId ?? null,
        rows,
      };
    })
    .filter((call) => call.rows.length > 0);
}
