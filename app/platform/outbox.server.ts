import { and, asc, eq, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import { HOUR, type Instant, MINUTE } from '#app/kernel/instant.ts';
import { outboxPromise } from '#db/schema/platform.ts';
import type { Context, Tx } from './context.server.ts';
import { newId } from './ids.server.ts';
import { prepared } from './prepared.server.ts';
import type { PromiseKind } from './promise-kinds.ts';

export type Promised = {
  readonly id: Id;
  readonly kind: PromiseKind;
  readonly subjectId: Id;
  readonly detail: Readonly<Record<string, string>>;
};

/**
 * Keeps one promise. Slow work (rendering, sending) comes first; the answer is what remains to be written,
 * in the same transaction that marks the promise as kept. It may run twice after a crash: the write happens once.
 */
export type Keeper = (context: Context, promised: Promised) => Promise<(tx: Tx) => void>;

/** Keeps one promise in several ways, all of them or none. */
export function together(...ways: readonly Keeper[]): Keeper {
  return async (context, promised) => {
    const writes = await Promise.all(ways.map((keep) => keep(context, promised)));
    return (tx) => {
      for (const write of writes) write(tx);
    };
  };
}

const promiseInsert = prepared((tx) =>
  tx
    .insert(outboxPromise)
    .values({
      id: sql.placeholder('id'),
      kind: sql.placeholder('kind'),
      subjectId: sql.placeholder('subjectId'),
      detail: sql.placeholder('detail'),
      promisedAt: sql.placeholder('now'),
      tryAfter: sql.placeholder('tryAfter'),
    })
    .prepare(),
);

/** Leaves a promise in the outbox of this transaction; one with a day of its own waits for it. */
export function promise(
  tx: Tx,
  context: Context,
  made: { kind: PromiseKind; subjectId: Id; detail?: Record<string, string>; notBefore?: Instant },
): void {
  promiseInsert(tx).run({
    id: newId(),
    kind: made.kind,
    subjectId: made.subjectId,
    detail: made.detail ?? {},
    now: context.now,
    tryAfter: made.notBefore ?? context.now,
  });
}

/** Forgets promises of a kind that were kept before a moment: what they were about is none of our business any more. */
export function forgetKept(tx: Tx, kind: PromiseKind, before: Instant): void {
  tx.delete(outboxPromise)
    .where(and(eq(outboxPromise.kind, kind), lt(outboxPromise.keptAt, before)))
    .run();
}

/**
 * Keeps every promise that is due, oldest first.
 *
 * @returns how many were kept and how many failed and wait for their next try
 */
export async function keepPromises(
  contextNow: () => Context,
  keepers: Record<PromiseKind, Keeper>,
): Promise<{ kept: number; failed: number }> {
  const outcome = { kept: 0, failed: 0 };
  const due = duePromises(contextNow());
  for (const promised of due) {
    const context = contextNow();
    try {
      const write = await keepers[promised.kind](context, promised);
      context.db.transaction((tx) => {
        write(tx);
        tx.update(outboxPromise).set({ keptAt: context.now }).where(eq(outboxPromise.id, promised.id)).run();
      });
      outcome.kept += 1;
    } catch (error) {
      postpone(context, promised.id, error);
      context.log.error(
        { promise: promised.kind, id: promised.id, error: String(error) },
        'a promise could not be kept yet',
      );
      outcome.failed += 1;
    }
  }
  return outcome;
}

function duePromises(context: Context): Promised[] {
  return context.db
    .select()
    .from(outboxPromise)
    .where(and(isNull(outboxPromise.keptAt), lte(outboxPromise.tryAfter, context.now)))
    .orderBy(asc(outboxPromise.promisedAt), asc(outboxPromise.id))
    .limit(200)
    .all()
    .map((row) => ({ id: row.id, kind: row.kind as PromiseKind, subjectId: row.subjectId, detail: row.detail }));
}

function postpone(context: Context, promiseId: Id, error: unknown): void {
  const row = context.db.select().from(outboxPromise).where(eq(outboxPromise.id, promiseId)).get();
  const tries = (row?.tries ?? 0) + 1;
  context.db
    .update(outboxPromise)
    .set({ tries, tryAfter: nextTry(context.now, tries), lastError: String(error).slice(0, 500) })
    .where(eq(outboxPromise.id, promiseId))
    .run();
}

/** One minute, then twice as long each time, at most six hours. */
export function nextTry(now: Instant, tries: number): Instant {
  return now + Math.min(MINUTE * 2 ** (tries - 1), 6 * HOUR);
}
