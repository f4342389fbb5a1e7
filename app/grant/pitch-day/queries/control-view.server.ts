import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { REVEAL_WAIT } from '../ballot-box/reveal-poll.server.ts';
import type { JudgingState } from '../rules/judging.ts';
import { PRESSES, type Press, pressOnStage } from '../rules/stage.ts';
import { judgingDesk } from './judging-desk.server.ts';
import { ownEvent } from './own-event.server.ts';
import { type StageView, stageView } from './stage-view.server.ts';

/** The facilitator's phone: what the room sees, and which buttons would do something now. */
export type ControlView = {
  readonly callId: Id;
  readonly stage: StageView;
  readonly presses: readonly Press[];
  /** When the result may be revealed; null while the vote is not closed, or once it is revealed. */
  readonly revealAt: Instant | null;
  /** Sheets were handed out, and nobody has counted what came back: after the reveal nobody can. */
  readonly isPaperUncounted: boolean;
  /** Null where the call has no judges on the day; `onStage` while no pitch is on stage. */
  readonly judging: {
    readonly state: JudgingState;
    readonly onStage: { readonly done: number; readonly all: number } | null;
  } | null;
};

/** Null unless the signed-in person runs this event. */
export function controlView(context: Context, eventId: Id): ControlView | null {
  const own = ownEvent(context, eventId);
  const stage = own && stageView(context, eventId);
  if (own === null || stage === null) return null;
  const pitchIds = stage.pitches.map((pitch) => pitch.id);
  const facts = { pitchIds, poll: own.poll, questionSeconds: stage.questionSeconds, now: context.now };
  const closedAt = own.poll === 'closed' ? (stage.poll?.closedAt ?? null) : null;
  return {
    callId: own.call.id,
    stage,
    presses: PRESSES.filter((press) => pressOnStage(own.event, press, facts).ok),
    isPaperUncounted: own.poll === 'closed' && isPaperUncounted(context, own.event.pollId),
    judging: judgingOnStage(context, eventId),
    revealAt: closedAt === null ? null : closedAt + REVEAL_WAIT,
  };
}

function isPaperUncounted(context: Context, pollId: Id | null): boolean {
  return pollId !== null && ballotBoxOf(context).statements.findPaperCount.get({ pollId }) === undefined;
}

function judgingOnStage(context: Context, eventId: Id): ControlView['judging'] {
  const desk = judgingDesk(context, eventId);
  const pitch = desk?.pitches.find(({ isOnStage }) => isOnStage);
  if (desk === null) return null;
  return { state: desk.state, onStage: pitch === undefined ? null : { done: pitch.handedIn, all: pitch.mayJudge } };
}
