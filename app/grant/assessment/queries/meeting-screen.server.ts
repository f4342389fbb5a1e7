import type { Id } from '#app/kernel/id.ts';
import type { Currency } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { Quorum } from '../rules/meeting-standing.ts';
import { chairOf } from './chair.server.ts';
import { meetingTable } from './meeting-table.server.ts';
import { type TabledItem, tabledItem, type Voting, votingOn } from './tabled-item.server.ts';

/**
 * What the wall shows: never a member's name, no score before everybody who may has voted, and not how many applications
 * there are: somebody whom an applicant has named counts fewer on her own list.
 */
export type MeetingScreen = {
  readonly call: { readonly id: Id; readonly title: string; readonly currency: Currency };
  readonly now:
    | { readonly kind: 'no-meeting' }
    | { readonly kind: 'nothing'; readonly isBefore: boolean }
    /** Somebody in the room must not see it: the wall waits until the chair says that the room is right. */
    | { readonly kind: 'leaving' }
    | {
        readonly kind: 'item';
        readonly item: Omit<TabledItem, 'score' | 'views'>;
        readonly apart: readonly string[];
        readonly score: TabledItem['score'] | null;
        readonly quorum: Quorum;
        readonly voting: Voting;
      };
};

/** The meeting on the wall of the room; null unless whoever opened it may chair. */
export function meetingScreen(context: Context, callId: Id): MeetingScreen | null {
  const chair = chairOf(context, callId);
  if (chair === null) return null;
  const { call } = chair.run;
  const table = meetingTable(context, call);
  const shown = { id: call.id, title: call.title, currency: call.currency };
  const show = (now: MeetingScreen['now']): MeetingScreen => ({ call: shown, now });
  if (table === null) return show({ kind: 'no-meeting' });
  const { items, onTable } = table;
  const isBefore = items.every(({ state }) => state !== 'done');
  if (onTable === null) return show({ kind: 'nothing', isBefore });
  if (table.isWaiting) return show({ kind: 'leaving' });
  const found = tabledItem(context, call, onTable.applicationId);
  if (found === null) return show({ kind: 'nothing', isBefore });
  const { score, views, ...item } = found;
  const voting = votingOn(table);
  return show({
    kind: 'item',
    item,
    apart: views.filter(({ isFar }) => isFar).map(({ name }) => name),
    score: voting.isWhole ? score : null,
    quorum: table.quorum,
    voting,
  });
}
