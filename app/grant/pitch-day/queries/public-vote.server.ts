import type { Fraction } from '#app/kernel/fraction.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { finalCheckpoint } from '../ballot-box/board.server.ts';
import type { BallotBox } from '../ballot-box/open-ballot-box.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import { isRankedRule } from '../rules/manifest.ts';
import type { PollState } from '../rules/poll-state.ts';
import { findEventOfCall } from '../store.server.ts';
import { knownResult } from './known-result.server.ts';
import { knownSeats } from './shown-seats.server.ts';

export type PublicVote = {
  readonly pollId: Id;
  readonly state: Extract<PollState, 'revealed' | 'certified'>;
  /** Ballots of the levels that decide, blank ones included. */
  readonly ballots: number;
  readonly approvals: Readonly<Record<Id, number>>;
  /** Who is paid from the part of the pot that the room shares out; null where it shares out nothing. */
  readonly room: {
    readonly potMinor: Minor;
    /** In the order of winning; null while a tie waits for its throw. */
    readonly winners: readonly Id[] | null;
  } | null;
  /**
   * Where voters put groups in order: the part, from 0 to 1, of the votes that elect which each earned; null while a tie waits
   * for its throw. Not there where the share of the ballots counts.
   */
  readonly earned?: Readonly<Record<Id, Fraction>> | null;
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
  const terms = termsOf(box, pollId);
  const counted = knownResult(box, pollId)?.counted;
  if (terms === null || counted === undefined) return null;
  const { rule, budgetMinor } = terms.manifest;
  return {
    pollId,
    state: terms.state === 'certified' ? 'certified' : 'revealed',
    ballots: counted.ballots,
    approvals: Object.fromEntries(counted.approvals.map((option) => [option.id, option.approvals])),
    room: rule === 'mes_cost_add1' ? { potMinor: budgetMinor ?? 0, winners: counted.winners } : null,
    ...(isRankedRule(rule) ? { earned: earnedIn(box, pollId) } : {}),
    finalRoot: finalCheckpoint(box, pollId).root,
    randomness: box.statements.findRandomness.get({ pollId })?.value ?? null,
  };
}

function earnedIn(box: BallotBox, pollId: Id): PublicVote['earned'] {
  const seats = knownSeats(box, pollId);
  return seats && Object.fromEntries(seats.earned);
}
