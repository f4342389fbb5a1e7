import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { ApplicationHead } from '../../application/queries/application-card.server.ts';
import { type HandsOn, whoHelped } from '../../application/queries/who-helped.server.ts';
import { decisionLockOf } from '../../assessment/queries/decision-lock.server.ts';
import { foundIneligible } from '../../assessment/queries/panel-ranking.server.ts';
import { type OutcomeName, proposeAwards, type Readiness } from '../rules/deciding.ts';
import type { Formula, RankedApplication } from '../rules/ranking.ts';
import { findDraft } from '../store.server.ts';
import { type DecisionMatter, decisionMatter, lockedMatter } from './decision-matter.server.ts';

export type DeskCall = Pick<
  NonNullable<ReturnType<typeof decisionMatter>>['call'],
  'id' | 'title' | 'currency' | 'timeZone' | 'potMinor' | 'awardsPlanned' | 'hasPitchDay'
>;

type Named = {
  readonly groupName: string;
  readonly title: string;
  /** Who had a hand in it besides the group; null for nobody. */
  readonly hands: HandsOn | null;
};

export type DeskEntry = RankedApplication &
  Named & { readonly proposed: OutcomeName; readonly proposedMinor: Minor | null };

export type DeskOther = Named & {
  readonly applicationId: Id;
  readonly reference: string;
  readonly toldReason: string;
  /** Found not to fit the rules of the call when the shortlist was decided. */
  readonly isIneligible: boolean;
};

/** What the manager has in front of her while she decides. */
export type DecisionDesk = {
  readonly call: DeskCall;
  readonly readiness: Readiness;
  readonly formula: Formula | null;
  /** Best first. */
  readonly ranked: readonly DeskEntry[];
  /** In order of reference. */
  readonly others: readonly DeskOther[];
  readonly isLocked: boolean;
  readonly draft: { readonly typed: Readonly<Record<string, readonly string[]>>; readonly savedAt: Instant } | null;
};

/** The decision of a call in the making, for a manager who may decide; null for anybody else. */
export function decisionDesk(context: Context, callId: Id): DecisionDesk | null {
  const matter = decisionMatter(context, callId);
  return matter === null ? null : deskOf(context, matter);
}

/** The same for whoever makes it or, once it is locked, may confirm it. */
export function checkedDesk(context: Context, callId: Id): (DecisionDesk & { readonly isMaker: boolean }) | null {
  const own = decisionMatter(context, callId);
  const matter = own ?? lockedMatter(context, callId);
  return matter === null ? null : { ...deskOf(context, matter), isMaker: own !== null };
}

function deskOf(context: Context, matter: DecisionMatter): DecisionDesk {
  const { call, readiness, formula, ranked } = matter;
  const callId = call.id;
  const ineligible = foundIneligible(context, callId);
  const cards = new Map(matter.cards.map((card) => [card.id, card]));
  const proposals = new Map(proposeAwards(ranked, call).map((entry) => [entry.applicationId, entry]));
  const draft = findDraft(context.db, callId);
  const hands = whoHelped(context, [...cards.keys()]);
  const namesOf = (card: ApplicationHead | undefined): Named => ({
    groupName: card?.groupName ?? '',
    title: card?.title ?? '',
    hands: hands.get(card?.id ?? '') ?? null,
  });
  return {
    call: {
      id: call.id,
      title: call.title,
      currency: call.currency,
      timeZone: call.timeZone,
      potMinor: call.potMinor,
      awardsPlanned: call.awardsPlanned,
      hasPitchDay: call.hasPitchDay,
    },
    readiness,
    formula,
    ranked: ranked.map((entry) => ({
      ...entry,
      ...namesOf(cards.get(entry.applicationId)),
      proposed: proposals.get(entry.applicationId)?.outcome ?? 'declined',
      proposedMinor: proposals.get(entry.applicationId)?.amountMinor ?? null,
    })),
    others: matter.others.map(({ card, toldReason }) => ({
      applicationId: card.id,
      reference: card.reference,
      ...namesOf(card),
      toldReason,
      isIneligible: ineligible.has(card.id),
    })),
    isLocked: decisionLockOf(context, callId, 'award') !== null,
    draft: draft === null ? null : { typed: draft.typed, savedAt: draft.savedAt },
  };
}
