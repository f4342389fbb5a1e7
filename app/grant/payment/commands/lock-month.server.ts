import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findDrift } from '../queries/audit.server.ts';
import { entriesHash } from '../queries/locked-entries.server.ts';
import { monthBounds } from '../queries/month-bounds.server.ts';
import { openBooksOf } from '../queries/month-statement.server.ts';
import { isMonth, type LockRefusal, mayLockMonth } from '../rules/months.ts';
import { findMonthLocks, insertMonthLock } from '../store/months.server.ts';

/** Closes a month that is over, and all before it: nothing is posted into them any more. Nobody opens them again. */
export function lockMonth(context: Context, callId: Id, month: string): Outcome<'locked', LockRefusal | 'not-found'> {
  return context.transact((tx) => {
    const { actor } = context;
    const books = openBooksOf(context, callId);
    if (actor === null || books === null || books.isAuditor || !isMonth(month)) return refused('not-found');
    const [firstMonth = books.current] = books.months;
    const refusal = mayLockMonth({
      month,
      currentMonth: books.current,
      firstMonth,
      lockedThrough: findMonthLocks(tx, callId)[0]?.month ?? null,
      isEven: findDrift({ db: context.db }) === null,
    });
    if (refusal !== null) return refused(refusal);
    const { endsAt } = monthBounds(books.call.timeZone, month);
    invariant(endsAt <= context.now, 'a month before the current one is over');
    insertMonthLock(tx, {
      callId,
      month,
      endsAt,
      entriesHash: entriesHash(tx, callId, endsAt),
      lockedAt: context.now,
      lockedBy: actor.personId,
    });
    return done('locked');
  });
}
