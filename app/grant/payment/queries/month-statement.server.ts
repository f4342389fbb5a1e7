import { awardsOfCalls } from '#app/grant/award/queries/award-card.server.ts';
import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { isMonth, type Month, mayLockMonth, monthsFrom } from '../rules/months.ts';
import { type AwardMonth, awardMonths, type TrialBalance, trialBalance } from '../rules/trial-balance.ts';
import { findBooks, findFunds } from '../store/ledger.server.ts';
import { findMonthLocks, firstPosting, type MonthLockRow, promisedTo, turnoversOf } from '../store/months.server.ts';
import { readerOfBooks } from './auditing.server.ts';
import { groupNames } from './group-names.server.ts';
import { monthBounds, monthIn } from './month-bounds.server.ts';

type CallOfMonths = { readonly id: Id; readonly title: string; readonly timeZone: string; readonly currency: Currency };

export type MonthRow = {
  readonly month: Month;
  /** The month is not over. */
  readonly isRunning: boolean;
  readonly isLocked: boolean;
};

export type CallMonths = {
  readonly call: CallOfMonths;
  readonly months: readonly MonthRow[];
  readonly isAuditor: boolean;
};

export type MonthLock = { readonly month: Month; readonly at: Instant; readonly by: string; readonly hash: string };

export type MonthStatement = {
  readonly call: CallOfMonths;
  readonly month: Month;
  readonly isRunning: boolean;
  /** The lock that this month is under, which may be a later month's. */
  readonly lock: MonthLock | null;
  readonly mayLock: boolean;
  /** The reader looks at the books of others. */
  readonly isAuditor: boolean;
  readonly balance: TrialBalance;
  readonly received: readonly { readonly ref: string; readonly evidence: string; readonly amountMinor: Minor }[];
  readonly awards: readonly (AwardMonth & {
    /** Null for a group that has named the reader. */
    readonly groupName: string | null;
  })[];
};

/** The months of a call's books, the newest first; null for somebody who does not keep them, or before they are opened. */
export function callMonths(context: Context, callId: Id): CallMonths | null {
  const books = openBooksOf(context, callId);
  if (books === null) return null;
  const [lock] = findMonthLocks(context.db, callId);
  const { call, months, current, isAuditor } = books;
  return {
    call,
    isAuditor,
    months: months.toReversed().map((month) => ({
      month,
      isRunning: month === current,
      isLocked: lock !== undefined && month <= lock.month,
    })),
  };
}

/** What a month did to a call's money; null where there is none for this reader. */
export function monthStatement(context: Context, callId: Id, month: string): MonthStatement | null {
  const books = openBooksOf(context, callId);
  if (books === null || !isMonth(month) || !books.months.includes(month)) return null;
  const { call, current, months, isAuditor } = books;
  const bounds = monthBounds(call.timeZone, month);
  const accounts = turnoversOf(context.db, callId, bounds);
  const balance = trialBalance(accounts);
  const accepted = awardsOfCalls(context, [callId]).filter((award) => award.state === 'accepted');
  const nameOf = groupNames(context, accepted);
  const locks = findMonthLocks(context.db, callId);
  const lock = locks.findLast((row) => month <= row.month) ?? null;
  const refusal = mayLockMonth({
    month,
    currentMonth: current,
    firstMonth: months[0] ?? month,
    lockedThrough: locks[0]?.month ?? null,
    isEven: balance.isEven,
  });
  return {
    call,
    month,
    isRunning: month === current,
    lock: lock && lockShown(context, lock),
    mayLock: refusal === null && !isAuditor,
    isAuditor,
    balance,
    received: findFunds(context.db, callId)
      .filter(({ postedAt }) => postedAt >= bounds.startsAt && postedAt < bounds.endsAt)
      .map(({ ref, note, amountMinor }) => ({ ref, evidence: note, amountMinor })),
    awards: awardMonths(
      accepted.map((award) => award.id),
      accounts,
      promisedTo(context.db, callId, bounds),
    )
      .map((award) => ({ ...award, groupName: nameOf.get(award.awardId) ?? null }))
      .toSorted((one, other) => (one.groupName ?? '').localeCompare(other.groupName ?? '')),
  };
}

function lockShown(context: Context, lock: MonthLockRow): MonthLock {
  const by = peopleById(context, [lock.lockedBy]).get(lock.lockedBy)?.name ?? '';
  return { month: lock.month, at: lock.lockedAt, by, hash: lock.entriesHash };
}

/** A call whose books the signed-in person keeps or audits, with every month since they were opened. */
export function openBooksOf(
  context: Context,
  callId: Id,
): {
  readonly call: CallOfMonths;
  readonly months: readonly Month[];
  readonly current: Month;
  readonly isAuditor: boolean;
} | null {
  const call = callById(context, callId);
  const reader = call && readerOfBooks(context, call);
  if (call === null || reader === null || findBooks(context.db, callId) === null) return null;
  const current = monthIn(call.timeZone, context.now);
  const first = firstPosting(context.db, callId);
  const months = first === null ? [current] : monthsFrom(monthIn(call.timeZone, first), current);
  const { id, title, timeZone, currency } = call;
  return { call: { id, title, timeZone, currency }, months, current, isAuditor: reader.auditorId !== null };
}
