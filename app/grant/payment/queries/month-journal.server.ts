import { awardsOfCalls } from '#app/grant/award/queries/award-card.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { Month } from '../rules/months.ts';
import type { AccountKind, PostingKind } from '../rules/postings.ts';
import { dateIn } from '../rules/working-days.ts';
import { findEntries } from '../store/months.server.ts';
import { findPayoutsOfCalls } from '../store/payouts.server.ts';
import { findTranchesOfCalls } from '../store/tranches.server.ts';
import { groupNames } from './group-names.server.ts';
import { monthBounds } from './month-bounds.server.ts';

export type JournalEntry = {
  /** YYYY-MM-DD in the call's time zone. */
  readonly day: string;
  readonly txId: Id;
  readonly kind: PostingKind;
  readonly ref: string;
  /** Empty for a group that has named the reader, for it may say who was paid. */
  readonly note: string;
  readonly account: AccountKind;
  readonly amountMinor: Minor;
  readonly currency: Currency;
  /** Null where it is about no group, or about one that has named the reader. */
  readonly groupName: string | null;
  readonly isHidden: boolean;
  /** Null for the portal itself. */
  readonly postedBy: string | null;
};

/** Every entry of a month, in the order of posting. Whoever asks has checked that the reader may see the call's books. */
export function journalOf(
  context: Context,
  call: { readonly id: Id; readonly timeZone: string },
  month: Month,
): JournalEntry[] {
  const entries = findEntries(context.db, call.id, monthBounds(call.timeZone, month));
  const groupOf = groupsOf(context, call.id);
  const people = peopleById(context, [...new Set(entries.flatMap(({ postedBy }) => postedBy ?? []))]);
  return entries.map(({ postedAt, postedBy, note, ...entry }) => {
    const groupName = groupOf.get(entry.ref);
    const isHidden = groupName === null;
    return {
      ...entry,
      day: dateIn(call.timeZone, postedAt),
      note: isHidden ? '' : note,
      groupName: groupName ?? null,
      isHidden,
      postedBy: postedBy === null ? null : (people.get(postedBy)?.name ?? ''),
    };
  });
}

/** The group that each award, tranche and payout of a call is of; null for one that has named the signed-in person. */
function groupsOf(context: Context, callId: Id): ReadonlyMap<Id, string | null> {
  const groups = new Map(groupNames(context, awardsOfCalls(context, [callId])));
  const name = (id: Id, of: Id) => {
    const group = groups.get(of);
    if (group !== undefined) groups.set(id, group);
  };
  for (const tranche of findTranchesOfCalls(context.db, [callId])) name(tranche.id, tranche.awardId);
  for (const payout of findPayoutsOfCalls(context.db, [callId])) name(payout.id, payout.trancheId);
  return groups;
}
