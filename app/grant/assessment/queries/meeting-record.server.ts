import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationHeads } from '../../application/queries/application-card.server.ts';
import type { MemberKind } from '../rules/composition.ts';
import type { Score } from '../rules/panel-score.ts';
import { chairOf } from './chair.server.ts';
import { type ItemRecord, meetingsOf } from './meetings-of.server.ts';

type Named<Row> = Row & { readonly name: string };

export type RecordedItem = Pick<ItemRecord, 'applicationId' | 'notes' | 'quorum'> & {
  /** Null while its meeting goes on: the record tells nothing earlier than the table does. */
  readonly votes: ItemRecord['votes'] | null;
  /** As the room saw them first, where they are others by now; null while the meeting goes on. */
  readonly firstVotes: ItemRecord['firstVotes'];
  /** By name, and whether the chair marked them as gone; empty while the meeting goes on. */
  readonly unheard: readonly { readonly name: string; readonly wasMarkedGone: boolean }[];
  /** By name, whose vote was said aloud and who entered it; empty while the meeting goes on. */
  readonly entered: readonly { readonly name: string; readonly by: string }[];
  readonly reference: string;
  readonly title: string;
  readonly language: string;
  readonly away: readonly Named<{ readonly askedAt: Instant; readonly leftAt: Instant | null }>[];
  readonly changes: readonly Named<{
    readonly criterion: string;
    readonly before: Score;
    readonly after: Score;
    readonly changedAt: Instant;
  }>[];
};

export type MeetingRecordPage = {
  readonly call: { readonly id: Id; readonly title: string; readonly timeZone: string };
  /** Oldest first. */
  readonly meetings: readonly {
    readonly meetingId: Id;
    readonly openedAt: Instant;
    readonly openedBy: string;
    readonly endedAt: Instant | null;
    readonly stays: readonly Named<{
      readonly kind: MemberKind;
      readonly cameAt: Instant;
      readonly wentAt: Instant | null;
    }>[];
    /** What was on the table, in the order in which it first came there. */
    readonly items: readonly RecordedItem[];
    readonly notDiscussed: number;
  }[];
};

/** All that is on record of a panel's meetings, with names; null unless she may chair them. */
export function meetingRecord(context: Context, callId: Id): MeetingRecordPage | null {
  const chair = chairOf(context, callId);
  if (chair === null) return null;
  const { call, members } = chair.run;
  const meetings = meetingsOf(context, callId);
  const people = peopleById(context, [
    ...members.map(({ personId }) => personId),
    ...meetings.flatMap(({ openedBy, items }) => [
      openedBy,
      ...items.flatMap(({ entered }) => entered.map(({ enteredBy }) => enteredBy)),
    ]),
  ]);
  const seats = new Map(members.map((member) => [member.id, member]));
  const nameOf = (memberId: Id) => people.get(seats.get(memberId)?.personId ?? '')?.name ?? '';
  const criteria = new Map(call.criteria.map(({ id, name }) => [id, name]));
  const discussed = meetings.flatMap(({ items }) => items.filter(({ openedAt }) => openedAt !== null));
  const heads = applicationHeads(
    context,
    discussed.map(({ applicationId }) => applicationId),
  );
  return {
    call: { id: call.id, title: call.title, timeZone: call.timeZone },
    meetings: meetings.map((meeting) => {
      const { meetingId, openedAt, endedAt } = meeting;
      const onTable = meeting.items
        .filter((item) => item.openedAt !== null)
        .toSorted((one, other) => (one.openedAt ?? 0) - (other.openedAt ?? 0));
      return {
        meetingId,
        openedAt,
        endedAt,
        openedBy: people.get(meeting.openedBy)?.name ?? '',
        stays: meeting.stays.map(({ memberId, cameAt, wentAt }) => ({
          name: nameOf(memberId),
          kind: seats.get(memberId)?.kind ?? 'expert',
          cameAt,
          wentAt,
        })),
        items: onTable.map(
          ({ applicationId, notes, votes, firstVotes, unheard, entered, quorum, away, revisions }) => ({
            applicationId,
            notes,
            votes: endedAt === null ? null : votes,
            firstVotes: endedAt === null ? null : firstVotes,
            unheard:
              endedAt === null
                ? []
                : unheard.map(({ memberId, wasMarkedGone }) => ({ name: nameOf(memberId), wasMarkedGone })),
            entered:
              endedAt === null
                ? []
                : entered.map(({ memberId, enteredBy }) => ({
                    name: nameOf(memberId),
                    by: people.get(enteredBy)?.name ?? '',
                  })),
            quorum,
            reference: heads.get(applicationId)?.reference ?? '',
            title: heads.get(applicationId)?.title ?? '',
            language: heads.get(applicationId)?.language ?? '',
            away: away.map(({ memberId, askedAt, leftAt }) => ({ name: nameOf(memberId), askedAt, leftAt })),
            changes: revisions.map(({ memberId, criterionId, before, after, changedAt }) => ({
              name: nameOf(memberId),
              criterion: criteria.get(criterionId) ?? '',
              before,
              after,
              changedAt,
            })),
          }),
        ),
        notDiscussed: meeting.items.length - onTable.length,
      };
    }),
  };
}
