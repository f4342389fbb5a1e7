import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findEventsOfCalls, type PitchEvent } from '../store.server.ts';

/** When and where a call's pitch day is, as anybody may know. */
export type EventOfCall = {
  readonly id: Id;
  readonly startsAt: Instant;
  readonly place: string;
  readonly state: PitchEvent['state'];
  /** Null before the ballot paper is fixed. */
  readonly pollId: Id | null;
};

/** The pitch days that are planned for these calls, by call: one query however many. No actor is checked. */
export function eventsOfCalls(context: Pick<Context, 'db'>, callIds: readonly Id[]): ReadonlyMap<Id, EventOfCall> {
  return new Map(
    findEventsOfCalls(context.db, callIds).map(({ callId, id, startsAt, place, state, pollId }) => [
      callId,
      { id, startsAt, place, state, pollId },
    ]),
  );
}
