import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { turnoutOf } from '../ballot-box/turnout.server.ts';
import { judgingStateOf } from '../store/judging.server.ts';
import { findEvent, findEventOfPoll, type PitchEvent } from '../store.server.ts';
import { handedInOnStage } from './judging-facts.server.ts';
import { pollStateOf } from './own-event.server.ts';

type Read = Pick<Context, 'db' | 'votes'>;

/**
 * Names what the room sees: another mark, another screen. Asked of both databases, because each can move by itself:
 * the stage without the vote, and the vote by a freeze, a throw or a certificate.
 */
export function stageMark(context: Read, event: Pick<PitchEvent, 'pollId' | 'version'>): string {
  const { pollId, version } = event;
  const isThrown = pollId !== null && ballotBoxOf(context).statements.findRandomness.get({ pollId }) !== undefined;
  return [version, pollStateOf(context, event) ?? 'none', ...(isThrown ? ['thrown'] : [])].join(' ');
}

/** Names what judges follow: which pitch is on stage, and how far judging is. */
export function judgedMark(context: Pick<Context, 'db'>, event: Pick<PitchEvent, 'id' | 'currentPitchId'>): string {
  return `${event.currentPitchId ?? 'none'} ${judgingStateOf(context.db, event.id)}`;
}

/**
 * What the stage, the facilitator and judges follow: the marks of what they show, how many ballots are in the box, and how
 * many judges have handed in for the pitch on stage. One line of JSON.
 */
export function stageSignal(context: Read, eventId: Id): string {
  const event = findEvent(context.db, eventId);
  const ballots = event?.pollId == null ? 0 : turnoutOf(ballotBoxOf(context), event.pollId).cast;
  return JSON.stringify({
    mark: event && stageMark(context, event),
    ballots,
    judged: event && judgedMark(context, event),
    handedIn: event === null ? 0 : handedInOnStage(context, event),
  });
}

/** What a phone in the hall follows: only whether the vote has moved on. One line of JSON. */
export function voteSignal(context: Read, pollId: Id): string {
  const event = findEventOfPoll(context.db, pollId);
  return JSON.stringify({ state: event === null ? null : pollStateOf(context, event) });
}
