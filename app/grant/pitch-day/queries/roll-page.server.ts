import type { Id } from '#app/kernel/id.ts';
import { type PageFrom, pageOfAll } from '#app/kernel/paging.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { passesSealed } from '../ballot-box/turnout.server.ts';
import { entriesOf, findRemoteVote } from '../store/roll.server.ts';
import { ownEventOfCall } from './own-event.server.ts';
import { type Voter, voterOf } from './roll-entry.server.ts';

const VOTERS_SHOWN = 100;

/** The roll as managers see it: who is on it, and never who has asked for a pass. */
export type RollPage = {
  readonly call: { readonly id: Id; readonly title: string };
  readonly choice: 'nobody' | 'pass' | 'pass-or-code';
  /** From then on the choice stays. */
  readonly isPaperFixed: boolean;
  /** From then on the roll stays. */
  readonly isClosed: boolean;
  readonly mayInviteAgain: boolean;
  readonly size: number;
  /** Null until the vote is closed: before, one more would tell who has just asked. */
  readonly issued: number | null;
  readonly voters: readonly (Voter & { readonly id: Id; readonly language: string })[];
  readonly before: Id | null;
  readonly after: Id | null;
};

/** A page of it, by address; null unless the signed-in person runs the day. */
export function rollPage(context: Context, callId: Id, from: PageFrom | null): RollPage | null {
  const own = ownEventOfCall(context, callId);
  if (own === null) return null;
  const { call, event, poll } = own;
  const remote = findRemoteVote(context.db, event.id);
  const entries = entriesOf(context.db, event.id)
    .map((entry) => ({ id: entry.id, language: entry.language, ...voterOf(context, entry) }))
    .sort((one, other) => (one.address.toLowerCase() < other.address.toLowerCase() ? -1 : 1));
  const { rows, before, after } = pageOfAll(entries, ({ id }) => id, from, VOTERS_SHOWN);
  return {
    call: { id: call.id, title: call.title },
    choice: remote === null ? 'nobody' : remote.hasDirectCodes ? 'pass-or-code' : 'pass',
    isPaperFixed: event.pollId !== null,
    isClosed: poll !== null && poll !== 'draft',
    mayInviteAgain: poll === 'frozen' || poll === 'open',
    size: entries.length,
    issued: event.pollId === null ? null : passesSealed(ballotBoxOf(context), event.pollId),
    voters: rows,
    before: before?.id ?? null,
    after: after?.id ?? null,
  };
}
