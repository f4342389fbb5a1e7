import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Id } from '#app/kernel/id.ts';
import type { Minor } from '#app/kernel/money.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { applicationListing, applicationTally } from '#db/schema/application-list.ts';
import { applicationSearch } from '#db/schema/by-hand/application-search.ts';
import {
  COUNTED_MAX,
  type Facet,
  type ListFilter,
  type ListOrder,
  SORTS,
  type Sort,
  searchExpression,
} from '../rules/listing.ts';

export type Listed = typeof applicationListing.$inferSelect;

const KEYS: Record<Sort, SQLiteColumn> = {
  reference: applicationListing.reference,
  title: applicationListing.title,
  group: applicationListing.groupName,
  amount: applicationListing.amountMinor,
  submitted: applicationListing.submittedAt,
  saved: applicationListing.savedAt,
};

function unless(name: string, comparison: SQL): SQL {
  return sql`(${sql.placeholder(name)} is null or ${comparison})`;
}

/** The same words for every filter, so that a statement is compiled once: what is null asks for everything. */
const matches = and(
  eq(applicationListing.callId, sql.placeholder('callId')),
  ...(['state', 'theme', 'city', 'language', 'eligibility', 'letter', 'hasRecording'] as const).map((name) =>
    unless(name, sql`${applicationListing[name]} = ${sql.placeholder(name)}`),
  ),
  unless('amountFrom', sql`${applicationListing.amountMinor} >= ${sql.placeholder('amountFrom')}`),
  sql`${applicationListing.place} not in (select value from json_each(${sql.placeholder('hidden')}))`,
  unless('amountTo', sql`${applicationListing.amountMinor} <= ${sql.placeholder('amountTo')}`),
);
const isFound = sql`${applicationSearch.words} match ${sql.placeholder('search')}`;
const isAtItsPlace = eq(applicationListing.place, applicationSearch.rowid);

/** A filter, and the places that somebody must not see. */
export type Narrowed = ListFilter & { readonly hidden: readonly number[] };

function asked(callId: Id, filter: Narrowed) {
  const { hasRecording, search, hidden, ...rest } = filter;
  return {
    ...rest,
    callId,
    hidden: JSON.stringify(hidden),
    hasRecording: hasRecording === null ? null : Number(hasRecording),
    search: search === null ? null : searchExpression(search),
  };
}

/** In one direction through one order, from the start or from a row on; searching begins with the words. */
function pageIn(sort: Sort, isDescending: boolean, isFromRow: boolean, isSearch: boolean) {
  const key = KEYS[sort];
  const direction = isDescending ? desc : asc;
  const row = sql`(${key}, ${applicationListing.place})`;
  const from = sql`(${sql.placeholder('key')}, ${sql.placeholder('place')})`;
  const isBeyond = isFromRow ? (isDescending ? sql`${row} < ${from}` : sql`${row} > ${from}`) : undefined;
  return prepared((tx) => {
    const base = tx.select({ listed: applicationListing });
    const rows = isSearch
      ? base
          .from(applicationSearch)
          .crossJoin(applicationListing)
          .where(and(isFound, isAtItsPlace, matches, isBeyond))
      : base.from(applicationListing).where(and(matches, isBeyond));
    return rows.orderBy(direction(key), direction(applicationListing.place)).limit(sql.placeholder('limit')).prepare();
  });
}

const bothWays = [false, true] as const;
const pages = new Map(
  SORTS.flatMap((sort) =>
    bothWays.flatMap((isDescending) =>
      bothWays.flatMap((isFromRow) =>
        bothWays.map(
          (isSearch) =>
            [
              shapeOf(sort, isDescending, isFromRow, isSearch),
              pageIn(sort, isDescending, isFromRow, isSearch),
            ] as const,
        ),
      ),
    ),
  ),
);

function shapeOf(...shape: [Sort, boolean, boolean, boolean]): string {
  return shape.join(' ');
}

/**
 * Rows of a list in one order, by key: as fast at its end as at its start.
 *
 * @param from   the row they come after; null for the first
 * @param limit  how many at most
 */
export function findListed(
  tx: Tx,
  callId: Id,
  filter: Narrowed,
  { sort, isDescending }: ListOrder,
  from: Listed | null,
  limit: number,
): Listed[] {
  const page = pages.get(shapeOf(sort, isDescending, from !== null, filter.search !== null));
  const key = from === null ? null : keyOf(from, sort);
  const rows = page?.(tx).all({ ...asked(callId, filter), key, place: from?.place ?? null, limit }) ?? [];
  return rows.map(({ listed }) => listed);
}

function keyOf(row: Listed, sort: Sort): string | number {
  const { reference, title, groupName, amountMinor, submittedAt, savedAt } = row;
  return { reference, title, group: groupName, amount: amountMinor, submitted: submittedAt, saved: savedAt }[sort];
}

const atPlace = prepared((tx) =>
  tx
    .select()
    .from(applicationListing)
    .where(
      and(
        eq(applicationListing.place, sql.placeholder('place')),
        eq(applicationListing.callId, sql.placeholder('callId')),
      ),
    )
    .prepare(),
);

/** The row of a call at this place; null when it has none there. */
export function findListedAt(tx: Tx, callId: Id, place: number): Listed | null {
  return atPlace(tx).get({ callId, place }) ?? null;
}

const byId = prepared((tx) =>
  tx
    .select()
    .from(applicationListing)
    .where(
      and(
        isAmong(applicationListing.applicationId, 'applicationIds'),
        eq(applicationListing.callId, sql.placeholder('callId')),
      ),
    )
    .orderBy(asc(applicationListing.reference))
    .prepare(),
);

/** The rows of these applications, as far as they are in the list of this call. */
export function findListedById(tx: Tx, callId: Id, applicationIds: readonly Id[]): Listed[] {
  return byId(tx).all({ callId, applicationIds: listed(applicationIds) });
}

export type Counted = { readonly count: number; readonly amountMinor: Minor };

const counted = (isSearch: boolean) =>
  prepared((tx) => {
    const base = tx.select({ amountMinor: applicationListing.amountMinor });
    const some = isSearch
      ? base
          .from(applicationSearch)
          .crossJoin(applicationListing)
          .where(and(isFound, isAtItsPlace, matches))
      : base.from(applicationListing).where(matches);
    const found = some.limit(sql.placeholder('limit')).as('found');
    return tx
      .select({ count: sql<number>`count(*)`, amountMinor: sql<Minor>`coalesce(sum(${found.amountMinor}), 0)` })
      .from(found)
      .prepare();
  });
const countedAll = counted(false);
const countedFound = counted(true);

/** How many match, and what they ask for together. It counts no further than `most`; -1 counts all. */
export function countListed(tx: Tx, callId: Id, filter: Narrowed, most = COUNTED_MAX + 1): Counted {
  const query = filter.search === null ? countedAll : countedFound;
  return query(tx).get({ ...asked(callId, filter), limit: most }) ?? { count: 0, amountMinor: 0 };
}

const talliesOf = prepared((tx) =>
  tx
    .select({
      facet: applicationTally.facet,
      value: applicationTally.value,
      count: applicationTally.count,
      amountMinor: applicationTally.amountMinor,
    })
    .from(applicationTally)
    .where(eq(applicationTally.callId, sql.placeholder('callId')))
    .prepare(),
);

export type Tally = Counted & { readonly facet: Facet; readonly value: string };

/** How many of a call's list have each value, in alphabetical order; what nobody has any more is left out. */
export function findTallies(tx: Tx, callId: Id): Tally[] {
  return talliesOf(tx)
    .all({ callId })
    .filter(({ count }) => count > 0);
}
