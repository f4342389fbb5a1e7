import type { Id } from '#app/kernel/id.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationNames } from '../../application/queries/application-card.server.ts';
import { isHandedIn, type JudgingState } from '../rules/judging.ts';
import type { PollState } from '../rules/poll-state.ts';
import { judgingFacts } from './judging-facts.server.ts';
import { ownEvent } from './own-event.server.ts';

/** How far judging is, for whoever runs the day: numbers and who is missing, never a score. */
export type JudgingDesk = {
  readonly eventId: Id;
  readonly callId: Id;
  readonly title: string;
  readonly judgesMin: number;
  readonly state: JudgingState;
  readonly poll: PollState | null;
  /** In running order. */
  readonly pitches: readonly {
    readonly applicationId: Id;
    readonly title: string;
    readonly isOnStage: boolean;
    readonly isStanding: boolean;
    /** Sheets that count. */
    readonly judges: number;
    readonly handedIn: number;
    readonly mayJudge: number;
    /** Who may judge it and has not handed in, by name. */
    readonly missing: readonly string[];
  }[];
};

/** Null unless the signed-in person runs this event and its call has judges on the day. */
export function judgingDesk(context: Context, eventId: Id): JudgingDesk | null {
  const own = ownEvent(context, eventId);
  if (own === null || own.call.judgesMin === 0) return null;
  const { event, call, poll } = own;
  const { state, order, seats, sheets, pitches } = judgingFacts(context, event, call);
  const people = peopleById(
    context,
    seats.map(({ personId }) => personId),
  );
  const ids = order.map(({ applicationId }) => applicationId);
  const names = applicationNames(context, ids);
  const criterionIds = call.criteria.map(({ id }) => id);
  const onStage = order.find(({ id }) => id === event.currentPitchId)?.applicationId;
  return {
    eventId,
    callId: call.id,
    title: event.title,
    judgesMin: call.judgesMin,
    state,
    poll,
    pitches: pitches.map((pitch) => {
      const { applicationId } = pitch;
      const done = new Set(
        sheets
          .filter((sheet) => sheet.applicationId === applicationId && isHandedIn(criterionIds, sheet.scores))
          .map(({ memberId }) => memberId),
      );
      // Whoever has not said whether something ties her may still turn out to be free: she is missing, too.
      const may = seats.filter(({ standing }) => standing.get(applicationId) !== 'tied');
      return {
        ...pitch,
        title: names.get(applicationId)?.title ?? '',
        isOnStage: applicationId === onStage,
        handedIn: done.size,
        mayJudge: may.length,
        missing: may
          .filter(({ memberId }) => !done.has(memberId))
          .map(({ personId }) => people.get(personId)?.name ?? ''),
      };
    }),
  };
}
