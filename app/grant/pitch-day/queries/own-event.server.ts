import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import { mayRunPitchDay } from '../rules/access.ts';
import type { PollState } from '../rules/poll-state.ts';
import { findEvent, findEventOfCall, type PitchEvent } from '../store.server.ts';

/** An event with its call and where its poll stands (null before the ballot paper is fixed). */
export type OwnEvent = { readonly event: PitchEvent; readonly call: CallFacts; readonly poll: PollState | null };

/** The event of a call, if the signed-in person runs it. */
export function ownEventOfCall(context: Context, callId: Id): OwnEvent | null {
  return owned(context, findEventOfCall(context.db, callId));
}

/** The same by its own id. */
export function ownEvent(context: Context, eventId: Id): OwnEvent | null {
  return owned(context, findEvent(context.db, eventId));
}

function owned(context: Context, event: PitchEvent | null): OwnEvent | null {
  if (event === null) return null;
  const call = callById(context, event.callId);
  if (call === null || !mayRunPitchDay(context.actor, call)) return null;
  return { event, call, poll: pollStateOf(context, event) };
}

/** How far a poll is; null while there is none. */
export function pollStateOf(context: Pick<Context, 'votes'>, event: Pick<PitchEvent, 'pollId'>): PollState | null {
  return event.pollId === null ? null : (termsOf(ballotBoxOf(context), event.pollId)?.state ?? null);
}
