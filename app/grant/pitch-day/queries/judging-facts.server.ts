import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { underReviewAmong } from '../../application/queries/application-card.server.ts';
import { type JudgeSeat, judgeSeats } from '../../assessment/queries/judge-seats.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { counts, isHandedIn, type JudgedPitch, type JudgingState } from '../rules/judging.ts';
import { type JudgeSheet, judgeSheetsOf, judgingStateOf } from '../store/judging.server.ts';
import { type PitchEvent, pitchesOf } from '../store.server.ts';

export type JudgingFacts = {
  readonly state: JudgingState;
  readonly order: readonly { readonly id: Id; readonly applicationId: Id }[];
  readonly seats: readonly JudgeSeat[];
  /** Of judges who may score their pitch now, whether they count yet or not. */
  readonly sheets: readonly JudgeSheet[];
  /** Of judges who turned out to be tied since they scored. */
  readonly tied: readonly JudgeSheet[];
  /** In running order; `judges` by what counts now. */
  readonly pitches: readonly JudgedPitch[];
};

/** How far judging is. No actor is checked, and there are scores in it: whoever asks shows nobody else's. */
export function judgingFacts(context: Pick<Context, 'db'>, event: PitchEvent, call: CallFacts): JudgingFacts {
  const order = pitchesOf(context.db, event.id);
  const ids = order.map(({ applicationId }) => applicationId);
  const seats = judgeSeats(context, call.id, ids);
  const standing = new Map(seats.map((seat) => [seat.memberId, seat.standing]));
  const all = judgeSheetsOf(context.db, event.id);
  const isFree = (sheet: JudgeSheet) =>
    !sheet.setAside && standing.get(sheet.memberId)?.get(sheet.applicationId) === 'free';
  const sheets = all.filter(isFree);
  const criterionIds = call.criteria.map(({ id }) => id);
  const stands = new Set(underReviewAmong(context, ids).map(({ id }) => id));
  return {
    state: judgingStateOf(context.db, event.id),
    order,
    seats,
    sheets,
    tied: all.filter((sheet) => !isFree(sheet)),
    pitches: ids.map((applicationId) => ({
      applicationId,
      isStanding: stands.has(applicationId),
      judges: sheets.filter((sheet) => sheet.applicationId === applicationId && counts(criterionIds, sheet.scores))
        .length,
    })),
  };
}

/** How many judges have handed in for the pitch on stage; 0 where none is there or nobody is judging. A count, and no score. */
export function handedInOnStage(context: Pick<Context, 'db'>, event: PitchEvent): number {
  const call = judgingStateOf(context.db, event.id) === 'open' ? callById(context, event.callId) : null;
  if (call === null) return 0;
  const { order, sheets } = judgingFacts(context, event, call);
  const onStage = order.find(({ id }) => id === event.currentPitchId)?.applicationId;
  const criterionIds = call.criteria.map(({ id }) => id);
  return sheets.filter((sheet) => sheet.applicationId === onStage && isHandedIn(criterionIds, sheet.scores)).length;
}
