import { isStaffOf } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { idsUnderReview } from '../../application/queries/application-card.server.ts';
import { callById, callBySlug } from '../../call/queries/call-facts.server.ts';
import {
  decideFixing,
  type FixRefusal,
  type GivenUp,
  givenUp,
  type LotsStanding,
  standingOfLots,
} from '../rules/holding-a-lottery.ts';
import { type LotteryStep, stepsOf } from '../rules/lottery.ts';
import { maySeeRanking } from '../rules/visibility.ts';
import { findLottery, type LotteryRow, type ThrowRow, throwsOf } from '../store/lottery.server.ts';
import { isShortlistLocked } from '../store/meeting-facts.server.ts';
import { panelStateOf } from '../store/panel.server.ts';
import { lotsFixedOn } from './lots-fixed-on.server.ts';
import { isPanelMeeting } from './meeting-opening.server.ts';
import { isOfPanel } from './of-panel.server.ts';
import { isShortlistDecided } from './panel-ranking.server.ts';
import { type RankedPanel, rankedPanel } from './ranked-panel.server.ts';
import { mayWeigh, weighPanel } from './run-panel.server.ts';

/** What a lottery is about, and what came of it. */
export type Lottery = {
  readonly places: number;
  /** References, sorted. */
  readonly references: readonly string[];
  readonly entriesHash: string;
  readonly fixedAt: Instant;
  /** What was typed and is not drawn from, oldest first. */
  readonly givenUp: readonly GivenUp[];
  readonly drawn: {
    readonly at: Instant;
    readonly thrown: string;
    readonly steps: readonly LotteryStep[];
    /** References in the order drawn: as many as there are places are chosen. */
    readonly order: readonly string[];
    /** What kept others from trying out lists; null in lotteries from before there was one. */
    readonly salt: string | null;
  } | null;
};

export type LotteryDesk = {
  readonly call: { readonly id: Id; readonly slug: string; readonly title: string; readonly timeZone: string };
  readonly lottery: Lottery | null;
  /** The list was fixed on other scores than those that count now. */
  readonly hasAged: boolean;
  /** Whether whoever looks may fix the list, and why not where she may not. */
  readonly waitsFor: FixRefusal | null;
  readonly mayFix: boolean;
  readonly toChoose: number;
  readonly reaching: number;
  /** How many people have typed, whether she has, and whether two of them differ. */
  readonly typed: { readonly people: number; readonly byMe: boolean; readonly differs: boolean };
};

/**
 * The person who may read the dice: staff of the call's partner who are not of its panel, in no applicant's team, and
 * named by none; null for anybody else, and before scoring has closed.
 */
export function witnessOf(context: Context, callId: Id): Id | null {
  const call = callById(context, callId);
  const { actor } = context;
  if (actor === null || call === null || call.state !== 'published' || !isStaffOf(actor, call.partnerId)) return null;
  if (!maySeeRanking(panelStateOf(context.db, callId))) return null;
  if (isOfPanel(context, callId, actor.personId)) return null;
  const cards = idsUnderReview(context, callId).map((id) => ({ id }));
  return mayWeigh(context, cards) ? actor.personId : null;
}

/** Where the list is fixed and the dice are typed; null unless she may read the dice. */
export function lotteryDesk(context: Context, callId: Id): LotteryDesk | null {
  const personId = witnessOf(context, callId);
  const call = callById(context, callId);
  const ranked = rankedPanel(context, callId);
  if (personId === null || call === null || ranked === null) return null;
  const row = findLottery(context.db, callId);
  const typed = row === null ? [] : throwsOf(context.db, row.id);
  const last = new Map(typed.map((one) => [one.personId, one.thrown]));
  const fixing = lotteryFixing(context, callId, ranked);
  const { id, slug, title, timeZone } = call;
  return {
    call: { id, slug, title, timeZone },
    lottery: row === null ? null : shownOf(row, typed),
    hasAged: lotsFixedOn(context, callId)?.hasChanged ?? false,
    waitsFor: fixing.ok ? null : fixing.reason,
    mayFix: weighPanel(context, callId) !== null,
    toChoose: ranked.ranking?.toChoose ?? 0,
    reaching: ranked.places.filter(({ group }) => group === 'reaches').length,
    typed: { people: last.size, byMe: last.has(personId), differs: new Set(last.values()).size > 1 },
  };
}

/** Whether the list can be fixed now, whoever asks. No actor is checked. */
export function lotteryFixing(context: Context, callId: Id, ranked: RankedPanel): Outcome<'fixed', FixRefusal> {
  return decideFixing({
    panel: panelStateOf(context.db, callId),
    isDecided: isShortlistDecided(context, callId),
    ...factsOfLots(context, callId, ranked),
    isLocked: isShortlistLocked(context.db, callId),
    isMeeting: isPanelMeeting(context, callId),
  });
}

/** Whether lots that the call announced are drawn, or stand between its panel and a decision. No actor is checked. */
export function lotsOf(context: Pick<Context, 'db'>, callId: Id, ranked: RankedPanel): LotsStanding {
  return standingOfLots(factsOfLots(context, callId, ranked));
}

function factsOfLots({ db }: Pick<Context, 'db'>, callId: Id, { rule, standing, ranking }: RankedPanel) {
  const row = findLottery(db, callId);
  return {
    middle: rule.middle,
    isRanked: standing === 'there',
    toChoose: ranking?.toChoose ?? 0,
    isFixed: row !== null,
    isDrawn: row?.drawn != null,
  };
}

export type PublishedLottery = {
  readonly call: LotteryDesk['call'];
  readonly lottery: Omit<Lottery, 'references' | 'givenUp'> & {
    /** Without the numbers until the letters are out. */
    readonly givenUp: readonly (Omit<GivenUp, 'thrown'> & { readonly thrown: string | null })[];
    readonly entries: number;
    readonly references: readonly string[] | null;
  };
};

/**
 * What everybody may see of a lottery: from the moment the list is fixed its hash, so that it cannot change unseen, and
 * every throw that its reader gave up; once the shortlist is decided and everybody has a letter, the list, the throw and
 * every step. Null where there is none.
 */
export function publishedLottery(context: Context, slug: string): PublishedLottery | null {
  const call = callBySlug(context, slug);
  if (call === null || call.state !== 'published') return null;
  const row = findLottery(context.db, call.id);
  if (row === null) return null;
  const isOut = isShortlistDecided(context, call.id);
  const typed = throwsOf(context.db, row.id);
  const { references, ...shown } = shownOf(row, typed);
  const { id, title, timeZone } = call;
  return {
    call: { id, slug, title, timeZone },
    lottery: {
      ...shown,
      entries: references.length,
      references: isOut ? references : null,
      givenUp: isOut ? shown.givenUp : givenUp(typed, null).map((one) => ({ ...one, thrown: null })),
      drawn: isOut ? shown.drawn : null,
    },
  };
}

/** Those whom the lottery has chosen; null where nothing was drawn. No actor is checked. */
export function chosenByLot(context: Pick<Context, 'db'>, callId: Id): ReadonlySet<Id> | null {
  const row = findLottery(context.db, callId);
  return row?.drawn == null ? null : new Set(row.drawn.slice(0, row.places));
}

function shownOf(row: LotteryRow, typed: readonly ThrowRow[]): Lottery {
  const references = row.entries.map(({ reference }) => reference);
  const named = new Map(row.entries.map(({ applicationId, reference }) => [applicationId, reference]));
  const { places, entriesHash, fixedAt, thrown, drawn, drawnAt, salt } = row;
  return {
    places,
    references,
    entriesHash,
    fixedAt,
    givenUp: givenUp(typed, thrown),
    drawn:
      thrown === null || drawn === null || drawnAt === null
        ? null
        : {
            at: drawnAt,
            thrown,
            steps: stepsOf({ callId: row.callId, places, references, salt }, thrown),
            salt,
            order: drawn.map((applicationId) => named.get(applicationId) ?? ''),
          },
  };
}
