import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { JudgeSeat } from '../../assessment/queries/judge-seats.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { canBeJudged } from '../rules/judging.ts';
import type { JudgeSheet } from '../store/judging.server.ts';
import { findEventOfCall, type PitchEvent } from '../store.server.ts';
import { type JudgingFacts, judgingFacts } from './judging-facts.server.ts';

/** Judging as one judge meets it. */
export type MyJudging = {
  readonly call: CallFacts;
  readonly event: PitchEvent;
  readonly seat: JudgeSeat;
  readonly facts: JudgingFacts;
  /** Her own only. */
  readonly sheets: readonly JudgeSheet[];
  /** What she may score as far as the stage goes; ties are another question. */
  readonly open: ReadonlySet<Id>;
};

/** Null unless the signed-in person has a seat on the panel of a call whose judges score on a day that is planned. */
export function myJudging(context: Context, callId: Id): MyJudging | null {
  const call = callById(context, callId);
  if (context.actor === null || call === null || call.judgesMin === 0) return null;
  const event = findEventOfCall(context.db, callId);
  if (event === null) return null;
  const { personId } = context.actor;
  const facts = judgingFacts(context, event, call);
  const seat = facts.seats.find((one) => one.personId === personId);
  if (seat === undefined) return null;
  const sheets = [...facts.sheets, ...facts.tied].filter(({ memberId }) => memberId === seat.memberId);
  const begun = new Set(sheets.map(({ applicationId }) => applicationId));
  return { call, event, seat, facts, sheets, open: canBeJudged(event, facts.order, begun) };
}
