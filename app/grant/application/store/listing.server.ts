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

/**
 * What each part of a filter asks for. A statement holds only what is asked: each more is asked of each row. The plus
 * keeps SQLite to the index of the order, from which a page is read and no more: through another it would have to find
 * and sort all that match.
 */
const PARTS = {
  ...Object.fromEntries(
    (['state', 'theme', 'city', 'language', 'eligibility', 'letter', 'hasRecording'] as const).map((name) => [
      name,
      sql`+${applicationListing[name]} = ${sql.placeholder(name)}`,
    ]),
  ),
  amountFrom: sql`+${applicationListing.amountMinor} >= ${sql.placeholder('amountFrom')}`,
  amountTo: sql`+${applicationListing.amountMinor} <= ${sql.placeholder('amountTo')}`,
  hidden: sql`${applicationListing.place} not in (select value from json_each(${sql.placeholder('hidden')}))`,
} as Readonly<Record<string, SQL>>;
const isOfCall = eq(applicationListing.callId, sql.placeholder('callId'));
const isFound = sql`${applicationSearch.words} match ${sql.placeholder('search')}`;
const isAtItsPlace = eq(applicationListing.place, applicationSearch.rowid);

/** A filter, and the places that somebody must not see. */
export type Narrowed = ListFilter & { readonly hidden: readonly number[] };

function asked(callId: Id, filter: Narrowed) {
  const { hasRecording, search, hidden, ...rest } = filter;
  return {
    ...rest,
    callId,
    hidden: hidden.length === 0 ? null : JSON.stringify(hidden),
    hasRecording: hasRecording === null ? null : Number(hasRecording),
    search: search === null ? null : searchExpression(search),
  };
}

type Asked = ReturnType<typeof asked>;

/** The statements for what is asked, each built when it is first needed and compiled once for each database. */
function byShape<Query>(build: (tx: Tx, matches: SQL | undefined, isSearch: boolean) => Query) {
  const known = new Map<string, (tx: Tx) => Query>();
  return (tx: Tx, values: Asked): Query => {
    const parts = Object.keys(PARTS).filter((name) => values[name as keyof Asked] !== null);
    const isSearch = values.search !== null;
    const shape = [isSearch, ...parts].join(' ');
    const matches = and(isOfCall, ...parts.map((name) => PARTS[name]));
    const query = known.get(shape) ?? prepared((each) => build(each, matches, isSearch));
    known.set(shape, query);
    return query(tx);
  };
}

/** In one direction through one order, from the start or from a row on; searching begins with the words. */
function pageIn(sort: Sort, isDescending: boolean, isFromRow: boolean) {
  const key = KEYS[sort];
  const direction = isDescending ? desc : asc;
  const row = sql`(${key}, ${applicationListing.place})`;
  const from = sql`(${sql.placeholder('key')}, ${sql.placeholder('place')})`;
  const isBeyond = isFromRow ? (isDescending ? sql`${row} < ${from}` : sql`${row} > ${from}`) : undefined;
  return byShape((tx, matches, isSearch) => {
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
      bothWays.map(
        (isFromRow) => [wayOf(sort, isDescending, isFromRow), pageIn(sort, isDescending, isFromRow)] as const,
      ),
    ),
  ),
);

function wayOf(...way: [Sort, boolean, boolean]): string {
  return way.join(' ');
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
  const page = pages.get(wayOf(sort, isDescending, from !== null));
  const key = from === null ? null : keyOf(from, sort);
  const values = asked(callId, filter);
  const rows = page?.(tx, values).all({ ...values, key, place: from?.place ?? null, limit }) ?? [];
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

const counted = byShape((tx, matches, isSearch) => {
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

/** How many match, and what they ask for together. It counts no further than `most`; -1 counts all. */
export function countListed(tx: Tx, callId: Id, filter: Narrowed, most = COUNTED_MAX + 1): Counted {
  const values = asked(callId, filter);
  return counted(tx, values).get({ ...values, limit: most }) ?? { count: 0, amountMinor: 0 };
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
