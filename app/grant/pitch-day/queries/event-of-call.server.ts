import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findEventOfCall, type PitchEvent } from '../store.server.ts';

/** When and where a call's pitch day is, as anybody may know. */
export type EventOfCall = {
  readonly id: Id;
  readonly startsAt: Instant;
  readonly place: string;
  readonly state: PitchEvent['state'];
  /** Null before the ballot paper is fixed. */
  readonly pollId: Id | null;
};

/** Null while none is planned. No actor is checked. */
export function eventOfCall(context: Pick<Context, 'db'>, callId: Id): EventOfCall | null {
  const event = findEventOfCall(context.db, callId);
  if (event === null) return null;
  const { id, startsAt, place, state, pollId } = event;
  return { id, startsAt, place, state, pollId };
}
