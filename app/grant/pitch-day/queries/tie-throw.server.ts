import type { Id } from '#app/kernel/id.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import { mayReadThrow, mayRunPitchDay } from '../rules/access.ts';
import { hasReached } from '../rules/poll-state.ts';
import { lastOf } from '../rules/tie-throw.ts';
import { throwsOf } from '../store/throws.server.ts';
import { findEventOfCall, type PitchEvent } from '../store.server.ts';

/** Somebody who may say what fell, with the vote it is for. */
export type Witness = { readonly personId: Id; readonly event: PitchEvent; readonly pollId: Id };

/** Where people of the partner type what fell. */
export type ThrowPage = {
  readonly call: { readonly id: Id; readonly title: string };
  /** Whether she has the manager's page to go back to. */
  readonly isManager: boolean;
  /** The source that the manifest names. */
  readonly source: string;
  readonly isClosed: boolean;
  readonly recorded: string | null;
  /** Names of people who typed, in their order. What they typed stays hidden, so that nobody copies it. */
  readonly typedBy: readonly string[];
  readonly byMe: boolean;
  /** Two people read something else: then, and only then, all can see what. */
  readonly readings: readonly { readonly name: string; readonly thrown: string }[];
};

/** The signed-in person where she may say what fell; null for anybody else, and before there is a ballot paper. */
export function witnessOf(context: Context, callId: Id): Witness | null {
  const call = callById(context, callId);
  const event = call === null ? null : findEventOfCall(context.db, callId);
  const { actor } = context;
  if (actor === null || call === null || event === null || event.pollId === null) return null;
  return mayReadThrow(actor, call) ? { personId: actor.personId, event, pollId: event.pollId } : null;
}

/** Null for whoever may not say what fell. */
export function throwPage(context: Context, callId: Id): ThrowPage | null {
  const witness = witnessOf(context, callId);
  const call = callById(context, callId);
  if (witness === null || call === null) return null;
  const { pollId, event, personId } = witness;
  const box = ballotBoxOf(context);
  const recorded = box.statements.findRandomness.get({ pollId })?.value ?? null;
  const last = [...lastOf(throwsOf(context.db, pollId))];
  const names = peopleById(
    context,
    last.map(([id]) => id),
  );
  const readings = last.map(([id, thrown]) => ({ name: names.get(id)?.name ?? '', thrown }));
  const differs = recorded === null && new Set(last.map(([, thrown]) => thrown)).size > 1;
  return {
    call: { id: call.id, title: call.title },
    isManager: mayRunPitchDay(context.actor, call),
    source: event.tieSource,
    isClosed: isClosed(context, pollId),
    recorded,
    typedBy: readings.map(({ name }) => name),
    byMe: last.some(([id]) => id === personId),
    readings: differs ? readings : [],
  };
}

/** In which of these calls a throw waits for the signed-in person to say what fell. */
export function throwsToRead(context: Context, callIds: readonly Id[]): Id[] {
  return callIds.filter((callId) => {
    const witness = witnessOf(context, callId);
    if (witness === null || !isClosed(context, witness.pollId)) return false;
    if (ballotBoxOf(context).statements.findRandomness.get({ pollId: witness.pollId }) !== undefined) return false;
    const last = lastOf(throwsOf(context.db, witness.pollId));
    return last.size > 0 && (!last.has(witness.personId) || new Set(last.values()).size > 1);
  });
}

function isClosed(context: Pick<Context, 'votes'>, pollId: Id): boolean {
  const state = termsOf(ballotBoxOf(context), pollId)?.state;
  return state !== undefined && hasReached(state, 'closed') && state !== 'certified';
}
