import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import { outboxPromise } from '#db/schema/platform.ts';
import type { Context } from './context.server.ts';
import type { Promised } from './outbox.server.ts';
import type { PromiseKind } from './promise-kinds.ts';

/** What was promised about a subject, newest first: for pages that show how a promise stands. */
export function promisesAbout(context: Pick<Context, 'db'>, kind: PromiseKind, subjectId: Id): Promised[] {
  return context.db
    .select()
    .from(outboxPromise)
    .where(and(eq(outboxPromise.kind, kind), eq(outboxPromise.subjectId, subjectId)))
    .orderBy(desc(outboxPromise.promisedAt))
    .all()
    .map((row) => ({ id: row.id, kind, subjectId: row.subjectId, detail: row.detail }));
}

/** Promises by their ids: one query. One that was forgotten is missing. */
export function promisesById(context: Pick<Context, 'db'>, ids: readonly Id[]): ReadonlyMap<Id, Promised> {
  if (ids.length === 0) return new Map();
  const isOne = inArray(outboxPromise.id, [...new Set(ids)]);
  const rows = context.db.select().from(outboxPromise).where(isOne).all();
  return new Map(
    rows.map(({ id, kind, subjectId, detail }) => [id, { id, kind: kind as PromiseKind, subjectId, detail }]),
  );
}
