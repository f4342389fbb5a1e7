import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationsOfCall } from '../../application/queries/application-card.server.ts';
import { isShortlistDecided, panelStateOfCall } from '../../assessment/queries/panel-ranking.server.ts';
import { outcomesOfCall } from '../../award/queries/outcome.server.ts';
import { type CallSummary, callById, callsOfPartners } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { eventOfCall } from '../../pitch-day/queries/event-of-call.server.ts';
import { mayReadBoard } from '../rules/access.ts';
import { type CallStage, callStageOf } from '../rules/call-stage.ts';
import { type ApplicationStanding, standingsOfCall } from './standing-of-call.server.ts';

export type BoardCall = {
  readonly id: Id;
  readonly title: string;
  readonly partnerName: string;
  readonly stage: CallStage;
  readonly closesAt: number;
  readonly timeZone: string;
  readonly submitted: number;
  readonly drafts: number;
};

/** The calls of the partners the signed-in person manages; null for anybody who manages none. */
export function board(context: Context): { calls: BoardCall[] } | null {
  const partnerIds = (context.actor?.duties ?? [])
    .filter((held) => held.duty === 'manager')
    .map((held) => held.partnerId);
  if (partnerIds.length === 0) return null;
  const calls = callsOfPartners(context, partnerIds).map((call) => {
    const applications = applicationsOfCall(context, call.id);
    return {
      id: call.id,
      title: call.title,
      partnerName: call.partnerName,
      stage: stageOf(context, call),
      closesAt: call.closesAt,
      timeZone: call.timeZone,
      submitted: applications.filter((card) => card.state === 'submitted').length,
      drafts: applications.filter((card) => card.state === 'draft').length,
    };
  });
  return { calls };
}

export type CallBoard = {
  readonly call: {
    readonly id: Id;
    readonly title: string;
    readonly slug: string;
    readonly currency: CallSummary['currency'];
    readonly hasPitchDay: boolean;
  };
  readonly stage: CallStage;
  readonly rows: readonly ApplicationStanding[];
};

/**
 * Every application of one call and where it stands. Drafts are counted on the list of calls and not shown:
 * what somebody is still writing is nobody else's.
 */
export function callBoard(context: Context, callId: Id): CallBoard | null {
  const call = callById(context, callId);
  if (call === null || !mayReadBoard(context.actor, call)) return null;
  const { id, title, slug, currency, hasPitchDay } = call;
  return {
    call: { id, title, slug, currency, hasPitchDay },
    stage: stageOf(context, call),
    rows: standingsOfCall(context, call, 'staff').filter((row) => row.card.state !== 'draft'),
  };
}

function stageOf(
  context: Context,
  call: Pick<CallSummary, 'id' | 'state' | 'opensAt' | 'closesAt' | 'hasPitchDay'>,
): CallStage {
  return callStageOf({
    state: call.state,
    window: windowOf(call, context.now),
    panel: panelStateOfCall(context, call.id),
    isShortlisted: isShortlistDecided(context, call.id),
    hasPitchDay: call.hasPitchDay,
    pitchDay: eventOfCall(context, call.id)?.state ?? null,
    isDecided: outcomesOfCall(context, call.id).size > 0,
  });
}
