import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallSummary, callSummary } from '../../call/queries/call-facts.server.ts';
import { mayListApplications } from '../rules/access.ts';
import {
  COUNTED_MAX,
  type Cursor,
  type Facet,
  isFiltered,
  type ListFilter,
  type ListOrder,
  NO_FILTER,
  onlyFacet,
  PAGE_ROWS,
} from '../rules/listing.ts';
import { labelsOf } from '../store/access-codes.server.ts';
import {
  type Counted,
  countListed,
  findListed,
  findListedAt,
  findTallies,
  type Listed,
  type Narrowed,
  type Tally,
} from '../store/listing.server.ts';
import { countDrafts, secondsByApplication, wordsByApplication } from '../store.server.ts';
import { applicationsById } from './application-card.server.ts';
import { hiddenPlaces, hiddenRows } from './hidden-places.server.ts';

/** How many match: exact, or only that there are more than were counted. */
export type MatchCount = Counted & { readonly isMore: boolean };

/** The call whose applications the signed-in person may list; null for anybody else. */
export function listedCall(context: Context, callId: Id): CallSummary | null {
  const call = callSummary(context, callId);
  return call !== null && mayListApplications(context.actor, call) ? call : null;
}

/**
 * One page of what was submitted to a call, for its manager: drafts are counted, not shown. The same few queries
 * however many there are, none of which grows with the list.
 *
 * @returns `isLost` when the row the page was to begin at is not in this list: then it is the first page
 */
export function staffList(
  context: Context,
  callId: Id,
  asked: { readonly filter: ListFilter; readonly order: ListOrder; readonly cursor: Cursor | null },
) {
  const call = listedCall(context, callId);
  if (call === null) return null;
  const { order } = asked;
  const hidden = hiddenRows(context, callId);
  const filter = { ...asked.filter, hidden: hidden.map(({ place }) => place) };
  const { page, isWhole, ...around } = listPage(context, callId, filter, order, asked.cursor);
  const tallies = talliesWithout(findTallies(context.db, callId), hidden);
  return {
    call: { id: call.id, title: call.title, currency: call.currency, timeZone: call.timeZone },
    rows: rowsOf(context, page),
    ...around,
    tallies,
    all: totalOf(tallies),
    match: isWhole ? sumOf(page) : matchCount(context, callId, asked.filter, hidden, tallies),
    draftCount: countDrafts(context.db, callId),
  };
}

/**
 * One page of the list in one order, by key. The caller has checked who asks, and hides what she must not see.
 *
 * @returns `isLost` when the row the page was to begin at is not in this list: then it is the first page;
 *          `isWhole` when everything is on it
 */
function listPage(context: Context, callId: Id, filter: Narrowed, order: ListOrder, cursor: Cursor | null) {
  const start = cursor === null ? null : findListedAt(context.db, callId, cursor.place);
  const isBack = start !== null && cursor?.toward === 'before';
  const along = isBack ? { ...order, isDescending: !order.isDescending } : order;
  const found = findListed(context.db, callId, filter, along, start, PAGE_ROWS + 1);
  const page = isBack ? found.slice(0, PAGE_ROWS).toReversed() : found.slice(0, PAGE_ROWS);
  const isMoreBeyond = found.length > PAGE_ROWS;
  return {
    page,
    before: (isBack ? isMoreBeyond : start !== null) ? (page[0]?.place ?? null) : null,
    after: (isBack ? start !== null : isMoreBeyond) ? (page.at(-1)?.place ?? null) : null,
    isLost: cursor !== null && start === null,
    isWhole: start === null && !isMoreBeyond,
  };
}

/** In the order of reference, as a board shows it. */
const BY_REFERENCE: ListOrder = { sort: 'reference', isDescending: false };

/** How many applications of a call there are to see for the signed-in manager; null for anybody else. */
export function countSeen(context: Context, callId: Id): number | null {
  if (listedCall(context, callId) === null) return null;
  return totalOf(talliesWithout(findTallies(context.db, callId), hiddenRows(context, callId))).count;
}

/** One page of them in the order of reference, as cards; null for anybody who is not their manager. */
export function cardsOnPage(context: Context, callId: Id, cursor: Cursor | null) {
  if (listedCall(context, callId) === null) return null;
  const filter = { ...NO_FILTER, hidden: hiddenPlaces(context, callId) };
  const { page, before, after } = listPage(context, callId, filter, BY_REFERENCE, cursor);
  return { cards: cardsOfRows(context, page), before, after };
}

/** The first of them in the order of reference, as cards with their places; null for anybody who is not their manager. */
export function firstCards(context: Context, callId: Id, limit: number) {
  if (listedCall(context, callId) === null) return null;
  const filter = { ...NO_FILTER, hidden: hiddenPlaces(context, callId) };
  return cardsOfRows(context, findListed(context.db, callId, filter, BY_REFERENCE, null, limit));
}

function cardsOfRows(context: Context, rows: readonly Listed[]) {
  const ids = rows.map(({ applicationId }) => applicationId);
  const cards = applicationsById(context, ids);
  return rows.flatMap(({ applicationId, place }) => {
    const card = cards.get(applicationId);
    return card === undefined ? [] : [{ ...card, place }];
  });
}

function rowsOf(context: Context, page: readonly Listed[]) {
  const ids = page.map((row) => row.applicationId);
  const words = wordsByApplication(context.db, ids);
  const seconds = secondsByApplication(context.db, ids);
  const labels = labelsOf(context.db, ids);
  return page.map((row) => ({
    ...row,
    words: words.get(row.applicationId) ?? 0,
    videoSeconds: Math.round(seconds.get(row.applicationId) ?? 0),
    codeLabels: labels.filter(({ applicationId }) => applicationId === row.applicationId).map(({ label }) => label),
  }));
}

/** Everything has a state: the states together are all there is. */
function totalOf(tallies: readonly Tally[]): Counted {
  const states = tallies.filter(({ facet }) => facet === 'state');
  return {
    count: states.reduce((sum, { count }) => sum + count, 0),
    amountMinor: states.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  };
}

/** Everything that matches is on the page. */
function sumOf(page: readonly Listed[]): MatchCount {
  return { count: page.length, amountMinor: page.reduce((sum, row) => sum + row.amountMinor, 0), isMore: false };
}

/** What is counted ahead is exact; anything else is counted as far as it costs little. */
function matchCount(
  context: Context,
  callId: Id,
  filter: ListFilter,
  hidden: readonly Listed[],
  tallies: readonly Tally[],
): MatchCount {
  if (!isFiltered(filter)) return { ...totalOf(tallies), isMore: false };
  const only = onlyFacet(filter);
  if (only !== null) {
    const tally = tallies.find(({ facet, value }) => facet === only.facet && value === only.value);
    return { count: tally?.count ?? 0, amountMinor: tally?.amountMinor ?? 0, isMore: false };
  }
  const { count, amountMinor } = countListed(context.db, callId, {
    ...filter,
    hidden: hidden.map(({ place }) => place),
  });
  return count > COUNTED_MAX
    ? { count: COUNTED_MAX, amountMinor, isMore: true }
    : { count, amountMinor, isMore: false };
}

/** What is counted ahead, as if the hidden ones were not there. */
function talliesWithout(tallies: readonly Tally[], hidden: readonly Listed[]): Tally[] {
  if (hidden.length === 0) return [...tallies];
  return tallies
    .map((tally) => {
      const theirs = hidden.filter((row) => facetOf(row, tally.facet) === tally.value);
      const amountMinor = theirs.reduce((sum, row) => sum - row.amountMinor, tally.amountMinor);
      return { ...tally, amountMinor, count: tally.count - theirs.length };
    })
    .filter(({ count }) => count > 0);
}

function facetOf(row: Listed, facet: Facet): string {
  return facet === 'recording' ? String(Number(row.hasRecording)) : row[facet];
}
