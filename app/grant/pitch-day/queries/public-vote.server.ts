import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { finalCheckpoint, resultOf } from '../ballot-box/board.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import { hasReached, type PollState } from '../rules/poll-state.ts';
import { findEventOfCall } from '../store.server.ts';

export type PublicVote = {
  readonly pollId: Id;
  readonly state: Extract<PollState, 'revealed' | 'certified'>;
  /** Ballots of the levels that decide, blank ones included. */
  readonly ballots: number;
  readonly approvals: Readonly<Record<Id, number>>;
  /** Hexadecimal. */
  readonly finalRoot: string;
  /** What was thrown or drawn in public after the close; null while nothing is recorded. */
  readonly randomness: string | null;
};

/** What the room decided about a call; null until it was revealed. No actor is checked: it is public by then. */
export function publicVoteOf(context: Pick<Context, 'db' | 'votes'>, callId: Id): PublicVote | null {
  const pollId = findEventOfCall(context.db, callId)?.pollId ?? null;
  if (pollId === null) return null;
  const box = ballotBoxOf(context);
  const state = termsOf(box, pollId)?.state;
  if (state === undefined || !hasReached(state, 'revealed')) return null;
  const { counted } = resultOf(box, pollId);
  return {
    pollId,
    state: state === 'certified' ? 'certified' : 'revealed',
    ballots: counted.ballots,
    approvals: Object.fromEntries(counted.approvals.map((option) => [option.id, option.approvals])),
    finalRoot: finalCheckpoint(box, pollId).root,
    randomness: box.statements.findRandomness.get({ pollId })?.value ?? null,
  };
}
