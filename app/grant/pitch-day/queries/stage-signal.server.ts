import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { turnoutOf } from '../ballot-box/turnout.server.ts';
import { findEvent, findEventOfPoll } from '../store.server.ts';
import { pollStateOf } from './own-event.server.ts';

type Read = Pick<Context, 'db' | 'votes'>;

/** What the stage follows: which version it shows, and how many ballots are in the box. One line of JSON. */
export function stageSignal(context: Read, eventId: Id): string {
  const event = findEvent(context.db, eventId);
  const ballots = event?.pollId == null ? 0 : turnoutOf(ballotBoxOf(context), event.pollId).cast;
  return JSON.stringify({ version: event?.version ?? 0, ballots });
}

/** What a phone in the hall follows: only whether the vote has moved on. One line of JSON. */
export function voteSignal(context: Read, pollId: Id): string {
  const event = findEventOfPoll(context.db, pollId);
  return JSON.stringify({ state: event === null ? null : pollStateOf(context, event) });
}
