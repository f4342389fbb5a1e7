import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationNames } from '../../application/queries/application-card.server.ts';
import type { JudgeStanding } from '../../assessment/queries/judge-seats.server.ts';
import { isOnPanel } from '../../assessment/queries/panel-ranking.server.ts';
import { type CallCriterion, callById } from '../../call/queries/call-facts.server.ts';
import { isHandedIn, type JudgeScores, type JudgingState } from '../rules/judging.ts';
import { findEventOfCall } from '../store.server.ts';
import { myJudging } from './my-judging.server.ts';
import { judgedMark } from './stage-signal.server.ts';

export type JudgePitch = {
  readonly applicationId: Id;
  readonly position: number;
  readonly title: string;
  readonly groupName: string;
  readonly isOnStage: boolean;
  readonly standing: JudgeStanding;
  readonly isHandedIn: boolean;
};

/** The judge's one screen: the pitch on stage, or an earlier one that she asked for. */
export type JudgePage = {
  readonly callId: Id;
  /** Null while no day is planned. */
  readonly eventId: Id | null;
  readonly title: string;
  readonly state: JudgingState;
  /** Of what the stage shows and how far judging is, for a page that follows. */
  readonly judged: string;
  readonly criteria: readonly CallCriterion[];
  /** Null while there is nothing to judge. */
  readonly shown: (JudgePitch & { readonly scores: JudgeScores; readonly revision: number }) | null;
  /** The others that she may still score or mend, in running order. */
  readonly others: readonly JudgePitch[];
};

/** @param asked  an earlier pitch, by its application; null for the one on stage */
export function judgePage(context: Context, callId: Id, asked: Id | null): JudgePage | null {
  const own = myJudging(context, callId);
  if (own === null) return beforePlanning(context, callId);
  const { call, event, facts, seat, sheets, open } = own;
  const names = applicationNames(
    context,
    facts.order.map(({ applicationId }) => applicationId),
  );
  const criterionIds = call.criteria.map(({ id }) => id);
  const sheetOn = (applicationId: Id) => sheets.find((sheet) => sheet.applicationId === applicationId);
  const pitches = facts.order.flatMap(({ id, applicationId }, place): JudgePitch[] => {
    if (!open.has(applicationId)) return [];
    return [
      {
        applicationId,
        position: place + 1,
        title: names.get(applicationId)?.title ?? '',
        groupName: names.get(applicationId)?.publicName ?? '',
        isOnStage: id === event.currentPitchId,
        standing: seat.standing.get(applicationId) ?? 'undeclared',
        isHandedIn: isHandedIn(criterionIds, sheetOn(applicationId)?.scores ?? {}),
      },
    ];
  });
  const onStage = pitches.find((pitch) => pitch.isOnStage);
  const shown = pitches.find(({ applicationId }) => applicationId === asked) ?? onStage ?? null;
  const sheet = shown === null ? undefined : sheetOn(shown.applicationId);
  return {
    callId,
    eventId: event.id,
    title: event.title,
    state: facts.state,
    judged: judgedMark(context, event),
    criteria: call.criteria,
    shown: shown === null ? null : { ...shown, scores: sheet?.scores ?? {}, revision: sheet?.revision ?? 0 },
    others: pitches.filter((pitch) => pitch !== shown),
  };
}

/** A member of the panel finds her screen before the day has a date: nothing to judge yet. */
function beforePlanning(context: Context, callId: Id): JudgePage | null {
  const call = callById(context, callId);
  if (call === null || call.judgesMin === 0 || findEventOfCall(context.db, callId) !== null) return null;
  if (!isOnPanel(context, context.actor?.personId ?? '', callId)) return null;
  const { title, criteria } = call;
  return { callId, eventId: null, title, state: 'not-opened', judged: '', criteria, shown: null, others: [] };
}
