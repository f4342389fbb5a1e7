import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { closePoll } from '../ballot-box/close-poll.server.ts';
import type { BallotBox } from '../ballot-box/open-ballot-box.server.ts';
import { openPoll } from '../ballot-box/open-poll.server.ts';
import { revealPoll } from '../ballot-box/reveal-poll.server.ts';
import { passesUsed } from '../ballot-box/turnout.server.ts';
import { type OwnEvent, ownEvent } from '../queries/own-event.server.ts';
import { hasReached, type PollState } from '../rules/poll-state.ts';
import { type Press, pressOnStage, type StageRefusal } from '../rules/stage.ts';
import { findOffer } from '../store/coming.server.ts';
import { judgingStateOf } from '../store/judging.server.ts';
import { countPasses } from '../store/roll.server.ts';
import { changeEvent, pitchesOf } from '../store.server.ts';

export type ConductRefusal =
  | 'not-found'
  /** Somebody else has pressed a button since this page was loaded. */
  | 'moved-on'
  | StageRefusal
  | 'too-early'
  | 'too-late'
  | 'reveal-too-early'
  /** Judges would score what the room has decided. */
  | 'judging-not-closed';

/**
 * One press of the facilitator's button: the room's screen changes, and the vote with it.
 *
 * @param seenVersion  of the page that the button was on
 */
export function conductStage(
  context: Context,
  eventId: Id,
  press: Press,
  seenVersion: number,
): Outcome<'conducted', ConductRefusal> {
  return context.transact((tx) => {
    const own = ownEvent(context, eventId);
    if (own === null) return refused('not-found');
    const { event, poll } = own;
    if (event.version !== seenVersion) return refused('moved-on');
    const pitchIds = pitchesOf(tx, event.id).map((pitch) => pitch.id);
    const questionSeconds = findOffer(tx, event.id)?.questionSeconds ?? 0;
    if (press === 'reveal' && isJudging(tx, own)) return refused('judging-not-closed');
    const stage = pressOnStage(event, press, { pitchIds, poll, questionSeconds, now: context.now });
    if (!stage.ok) return stage;
    if (!changeEvent(tx, event, stage.value)) return refused('moved-on');
    if (press === 'close-vote') promise(tx, context, { kind: 'vote-closed', subjectId: event.id });
    // The ballot box commits by itself, so it comes last: a refusal there undoes everything here.
    return event.pollId === null
      ? done('conducted')
      : moveVote(context, event.pollId, press, poll, () => countPasses(tx, event.id));
  });
}

/** Where a call has judges, the room sees its result once they can no longer score. */
function isJudging(tx: Tx, { call, event }: OwnEvent): boolean {
  return call.judgesMin > 0 && ['not-opened', 'open'].includes(judgingStateOf(tx, event.id));
}

const REACHES: Partial<Record<Press, PollState>> = { 'open-vote': 'open', 'close-vote': 'closed', reveal: 'revealed' };

/** Moves the vote, unless it is there already: its own commit outlived a crash that took the stage's. */
function moveVote(
  context: Context,
  pollId: Id,
  press: Press,
  poll: PollState | null,
  passesIssued: () => number,
): Outcome<'conducted', ConductRefusal> {
  const milestone = REACHES[press];
  if (milestone !== undefined && poll !== null && hasReached(poll, milestone)) return done('conducted');
  const box = ballotBoxOf(context);
  switch (press) {
    case 'open-vote': {
      const opened = openPoll(box, pollId, context.now);
      if (opened.ok) return done('conducted');
      return refused(opened.reason === 'too-early' || opened.reason === 'too-late' ? opened.reason : 'vote-not-ready');
    }
    case 'close-vote':
      return closePoll(box, pollId, context.now, passesToSeal(context, box, pollId, passesIssued())).ok
        ? done('conducted')
        : refused('vote-not-open');
    case 'reveal': {
      const revealed = revealPoll(box, pollId, context.now);
      if (revealed.ok) return done('conducted');
      return refused(revealed.reason === 'too-early' ? 'reveal-too-early' : 'vote-not-closed');
    }
    default:
      return done('conducted');
  }
}

/**
 * As many as the portal knows, or as many as were used where it knows fewer: it came back from an older copy than the box,
 * and a vote must be closed all the same. Whoever runs it reads so in the log.
 */
function passesToSeal({ log }: Context, box: BallotBox, pollId: string, known: number): number {
  const used = passesUsed(box, pollId);
  if (known < used) log.error({ poll: pollId, known, used }, 'more passes were used than the portal knows of');
  return Math.max(known, used);
}
