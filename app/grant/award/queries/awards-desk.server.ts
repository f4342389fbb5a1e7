import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { hiddenFromMe } from '../../application/queries/hidden-from.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mayManageAward } from '../rules/access.ts';
import { type AwardCard, awardsOfCall } from './award-card.server.ts';
import { decisionRecord, type RecordedOutcome } from './decision-record.server.ts';
import { reserveList } from './reserve-list.server.ts';

export type WaitingGroup = {
  readonly applicationId: Id;
  readonly groupName: string;
  readonly title: string;
  readonly position: number | null;
  readonly askedMinor: Minor;
};

/** The awards of a call, before and after they are offered. */
export type AwardsDesk = {
  readonly call: { readonly id: Id; readonly title: string; readonly currency: Currency; readonly timeZone: string };
  readonly isDecided: boolean;
  readonly toldAt: Instant | null;
  /** As decided, while nothing is offered yet. */
  readonly toOffer: readonly RecordedOutcome[];
  readonly counts: { readonly reserve: number; readonly declined: number };
  /** Best place first. */
  readonly awards: readonly AwardCard[];
  readonly freeMinor: Minor;
  readonly freePlaces: number;
  /** Best place first. */
  readonly waiting: readonly WaitingGroup[];
};

/** The awards of a call for a manager of its partner; null for anybody else. */
export function awardsDesk(context: Context, callId: Id): AwardsDesk | null {
  const call = callById(context, callId);
  if (call === null || call.state !== 'published' || !mayManageAward(context.actor, call)) return null;
  const decision = decisionRecord(context, callId);
  const offered = awardsOfCall(context, callId);
  const hidden = hiddenFromMe(context, [
    ...(decision?.outcomes ?? []).map((entry) => entry.applicationId),
    ...offered.map((award) => award.applicationId),
  ]);
  const isShown = ({ applicationId }: { readonly applicationId: Id }) => !hidden.has(applicationId);
  const reserve = reserveList(context, call);
  const count = (name: RecordedOutcome['outcome']) =>
    decision?.outcomes.filter((entry) => entry.outcome === name).length ?? 0;
  const records = new Map((decision?.outcomes ?? []).map((entry) => [entry.applicationId, entry]));
  const place = (award: AwardCard) => records.get(award.applicationId)?.ranked?.position ?? 0;
  return {
    call: { id: call.id, title: call.title, currency: call.currency, timeZone: call.timeZone },
    isDecided: decision !== null,
    toldAt: decision?.toldAt ?? null,
    toOffer:
      decision?.toldAt === null
        ? decision.outcomes.filter((entry) => entry.outcome === 'awarded' && isShown(entry))
        : [],
    counts: { reserve: count('reserve'), declined: count('declined') },
    awards: offered.filter(isShown).toSorted((one, other) => place(one) - place(other)),
    freeMinor: reserve.freeMinor,
    freePlaces: Math.max(0, reserve.places - reserve.liveOffers),
    waiting: reserve.waiting.filter(isShown).map((row) => {
      const record = records.get(row.applicationId);
      return {
        applicationId: row.applicationId,
        groupName: record?.groupName ?? '',
        title: record?.title ?? '',
        position: row.position,
        askedMinor: record?.ranked?.askedMinor ?? 0,
      };
    }),
  };
}
