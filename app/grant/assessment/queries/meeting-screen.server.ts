import type { Id } from '#app/kernel/id.ts';
import type { Currency } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { Quorum } from '../rules/meeting-standing.ts';
import { chairOf } from './chair.server.ts';
import { meetingTable } from './meeting-table.server.ts';
import { type TabledItem, tabledItem, type Voting, votingOn } from './tabled-item.server.ts';

/** What the wall shows: never a member's name, and no score before everybody who may has voted. */
export type MeetingScreen = {
  readonly call: { readonly id: Id; readonly title: string; readonly currency: Currency };
  readonly now:
    | { readonly kind: 'no-meeting' }
    | { readonly kind: 'nothing'; readonly done: number; readonly left: number }
    /** Somebody in the room must not see it: the wall waits until the chair says that the room is right. */
    | { readonly kind: 'leaving' }
    | {
        readonly kind: 'item';
        readonly item: Omit<TabledItem, 'score' | 'views'>;
        readonly apart: readonly string[];
        readonly score: TabledItem['score'] | null;
        readonly quorum: Quorum;
        readonly voting: Voting;
        readonly place: number;
        readonly count: number;
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
  const done = items.filter(({ state }) => state === 'done').length;
  const left = items.filter(({ state }) => state === 'waiting').length;
  if (onTable === null) return show({ kind: 'nothing', done, left });
  if (table.isWaiting) return show({ kind: 'leaving' });
  const found = tabledItem(context, call, onTable.applicationId);
  if (found === null) return show({ kind: 'nothing', done, left });
  const { score, views, ...item } = found;
  const voting = votingOn(table);
  return show({
    kind: 'item',
    item,
    apart: views.filter(({ isFar }) => isFar).map(({ name }) => name),
    score: voting.isWhole ? score : null,
    quorum: table.quorum,
    voting,
    place: done + 1,
    count: done + 1 + left,
  });
}
