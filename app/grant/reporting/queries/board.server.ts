import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationCounts } from '../../application/queries/application-card.server.ts';
import { questionsWaiting } from '../../application/queries/help-inbox.server.ts';
import { cardsOnPage, countSeen, firstCards } from '../../application/queries/staff-list.server.ts';
import { type Cursor, PAGE_ROWS } from '../../application/rules/listing.ts';
import { callsWithShortlist, panelStates } from '../../assessment/queries/panel-ranking.server.ts';
import { callsDecided } from '../../award/queries/outcome.server.ts';
import { type CallSummary, callSummary, callsOfPartners } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { eventsOfCalls } from '../../pitch-day/queries/events-of-calls.server.ts';
import { mayReadBoard } from '../rules/access.ts';
import { chooseRows, pageOf, type StandChoice } from '../rules/board-choice.ts';
import { type CallStage, callStageOf } from '../rules/call-stage.ts';
import type { NoteName } from '../rules/standing.ts';
import { type ApplicationStanding, standingsOf } from './standings.server.ts';

export type BoardCall = {
  readonly id: Id;
  readonly title: string;
  readonly partnerName: string;
  readonly stage: CallStage;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly timeZone: string;
  readonly submitted: number;
  readonly drafts: number;
  /** Questions from inside drafts that nobody has answered. */
  readonly questionsWaiting: number;
};

/**
 * The calls of the partners the signed-in person manages; null for anybody who manages none.
 * The same few queries however many calls.
 */
export function board(context: Context): { calls: BoardCall[] } | null {
  const partnerIds = (context.actor?.duties ?? [])
    .filter((held) => held.duty === 'manager')
    .map((held) => held.partnerId);
  if (partnerIds.length === 0) return null;
  const calls = callsOfPartners(context, partnerIds);
  const stageOf = stagesOf(context, calls);
  const callIds = calls.map((call) => call.id);
  const counts = applicationCounts(context, callIds);
  const waiting = questionsWaiting(context, callIds);
  return {
    calls: calls.map((call) => ({
      id: call.id,
      title: call.title,
      partnerName: call.partnerName,
      stage: stageOf(call),
      opensAt: call.opensAt,
      closesAt: call.closesAt,
      timeZone: call.timeZone,
      submitted: counts.get(call.id)?.submitted ?? 0,
      drafts: counts.get(call.id)?.draft ?? 0,
      questionsWaiting: waiting.get(call.id) ?? 0,
    })),
  };
}

export type CallBoard = {
  readonly call: {
    readonly id: Id;
    readonly title: string;
    readonly slug: string;
    readonly currency: CallSummary['currency'];
    readonly hasPitchDay: boolean;
  };
  readonly stage: CallStage;
  readonly questionsWaiting: number;
  readonly rows: readonly ApplicationStanding[];
  /** How many applications there are to see, on every page together. */
  readonly all: number;
  /** What the rows can be narrowed down to; empty where there are too many to judge each of them at once. */
  readonly choices: readonly StandChoice[];
  readonly chosen: NoteName | null;
  /** The places of the rows at the edges of the page; null where there is no page beyond. */
  readonly before: number | null;
  readonly after: number | null;
};

/** Up to so many a board judges where each stands, to offer a choice; of more it judges one page. */
const JUDGED_MAX = 1_000;

/**
 * A page of the applications of one call and where each stands, fetched by key: fifty rows, however many there are. Drafts are counted on the list of calls and not shown:
 * what somebody is still writing is nobody else's.
 */
export function callBoard(
  context: Context,
  callId: Id,
  asked: { readonly stands: string | null; readonly cursor: Cursor | null } = { stands: null, cursor: null },
  judgedMax = JUDGED_MAX,
): CallBoard | null {
  const call = callSummary(context, callId);
  if (call === null || !mayReadBoard(context.actor, call)) return null;
  const { id, title, slug, currency, hasPitchDay } = call;
  const all = countSeen(context, id) ?? 0;
  return {
    call: { id, title, slug, currency, hasPitchDay },
    stage: stagesOf(context, [call])(call),
    questionsWaiting: questionsWaiting(context, [id]).get(id) ?? 0,
    all,
    ...(all > judgedMax ? onePage(context, call, asked.cursor) : judged(context, call, asked)),
  };
}

function onePage(context: Context, call: CallSummary, cursor: Cursor | null) {
  const { cards, before, after } = cardsOnPage(context, call.id, cursor) ?? { cards: [], before: null, after: null };
  return { rows: standingsOf(context, cards, [call], 'staff'), choices: [], chosen: null, before, after };
}

function judged(context: Context, call: CallSummary, asked: { stands: string | null; cursor: Cursor | null }) {
  const cards = firstCards(context, call.id, JUDGED_MAX) ?? [];
  const placeOf = new Map(cards.map(({ id, place }) => [id, place]));
  const every = standingsOf(context, cards, [call], 'staff').map((row) => ({
    ...row,
    place: placeOf.get(row.card.id) ?? 0,
  }));
  const { rows, ...choice } = chooseRows(every, asked.stands);
  return { ...choice, ...pageOf(rows, asked.cursor, PAGE_ROWS) };
}

type CallFor = Pick<CallSummary, 'id' | 'state' | 'opensAt' | 'closesAt' | 'hasPitchDay'>;

/** Asks once for all these calls, and answers for each. */
function stagesOf(context: Context, calls: readonly CallFor[]): (call: CallFor) => CallStage {
  const callIds = calls.map((call) => call.id);
  const panels = panelStates(context, callIds);
  const shortlisted = callsWithShortlist(context, callIds);
  const events = eventsOfCalls(context, callIds);
  const decided = callsDecided(context, callIds);
  return (call) =>
    callStageOf({
      state: call.state,
      window: windowOf(call, context.now),
      panel: panels.get(call.id) ?? 'preparing',
      isShortlisted: shortlisted.has(call.id),
      hasPitchDay: call.hasPitchDay,
      pitchDay: events.get(call.id)?.state ?? null,
      isDecided: decided.has(call.id),
    });
}
