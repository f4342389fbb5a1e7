import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import { recordRandomness } from '../ballot-box/reveal-poll.server.ts';
import { witnessOf } from '../queries/tie-throw.server.ts';
import { hasReached } from '../rules/poll-state.ts';
import { decideThrow, readThrown, type ThrowRefusal } from '../rules/tie-throw.ts';
import { insertThrow, throwsOf } from '../store/throws.server.ts';

/**
 * Writes down what somebody of the partner read off what was thrown or drawn in public; when a second person has read the
 * same, the ballot box takes it, once, after the close.
 */
export function typeTieThrow(
  context: Context,
  callId: Id,
  typed: string,
): Outcome<'first' | 'recorded' | 'differs', ThrowRefusal | 'not-found'> {
  return context.transact((tx) => {
    const witness = witnessOf(context, callId);
    if (witness === null) return refused('not-found');
    const { personId, event, pollId } = witness;
    const box = ballotBoxOf(context);
    const state = termsOf(box, pollId)?.state;
    const thrown = readThrown(typed);
    const facts = {
      isClosed: state !== undefined && hasReached(state, 'closed') && state !== 'certified',
      recorded: box.statements.findRandomness.get({ pollId })?.value ?? null,
      typed: throwsOf(tx, pollId),
    };
    const decision = decideThrow(facts, personId, thrown);
    if (!decision.ok || facts.recorded !== null) return decision;
    const before = facts.typed.findLast((one) => one.personId === personId)?.thrown;
    // What she says once more is nothing new.
    const seq = facts.typed.length + 1;
    if (before !== thrown) insertThrow(tx, { pollId, seq, eventId: event.id, personId, thrown, typedAt: context.now });
    if (decision.value === 'recorded') {
      const recorded = recordRandomness(box, pollId, thrown);
      invariant(recorded.ok, 'a closed vote without a throw takes one');
    }
    return decision;
  });
}
