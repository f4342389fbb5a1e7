import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Tx } from './context.server.ts';

/**
 * A query that is built and compiled once for each database, however often it is asked: building it for every
 * request costs many times what running it does.
 *
 * @param build  ends in `.prepare()`; what differs from one asking to the next is a `sql.placeholder`
 * @returns      the query of a database
 */
export function prepared<Query>(build: (tx: Tx) => Query): (tx: Tx) => Query {
  const known = new WeakMap<Tx, Query>();
  return (tx) => {
    const before = known.get(tx);
    if (before !== undefined) return before;
    const query = build(tx);
    known.set(tx, query);
    return query;
  };
}

/**
 * `inArray` for a prepared query, which cannot grow with its list.
 *
 * @param list  the name of the placeholder; its value is written with `listed`
 */
export function isAmong(column: SQLiteColumn, list: string): SQL {
  return sql`${column} in (select value from json_each(${sql.placeholder(list)}))`;
}

/** A list as the placeholder of `isAmong` takes it. */
export function listed(values: readonly string[]): string {
  return JSON.stringify(values);
}
