import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { forgetKept } from '#app/platform/outbox.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import { deleteRoll, eventsThatKnowAskers, forgetWhoAsked, pollsWithRoll } from '../store/roll.server.ts';
import { deleteSignUps, eventsOverWithSignUps } from '../store/stock.server.ts';

/** Long enough to ask why somebody got no letter. */
export const ROLL_KEPT_FOR = 30 * DAY;

/**
 * Forgets who asked for a pass, and in which order, once the result is out: how many they were is sealed in the ballot
 * box, and nobody needs to know more. For the scheduler.
 */
export function forgetWhoAskedForPasses(context: Context): void {
  const forgotten = context.transact((tx) => {
    const events = eventsThatKnowAskers(tx);
    for (const eventId of events) forgetWhoAsked(tx, eventId);
    return done(events.length);
  });
  // What was written before stands in the log of writes until other pages take its place.
  if (forgotten.ok && forgotten.value > 0) context.db.$client.pragma('wal_checkpoint(TRUNCATE)');
}

/**
 * Deletes who signed up for a vote once its day is over, and who was on its roll thirty days after its last possible ballot,
 * certified or not. When somebody asked for a code is forgotten after a day. For the scheduler.
 */
export function forgetRolls(context: Context): void {
  const box = ballotBoxOf(context);
  context.transact((tx) => {
    const isLongOver = ({ pollId }: { pollId: Id }) => {
      const terms = termsOf(box, pollId);
      return terms !== null && context.now >= terms.manifest.closesAt + ROLL_KEPT_FOR;
    };
    for (const poll of pollsWithRoll(tx)) if (poll.isOver && isLongOver(poll)) deleteRoll(tx, poll.eventId);
    // Of each asking there is one, and it says when.
    forgetKept(tx, 'vote-signed-up', context.now - DAY);
    for (const eventId of eventsOverWithSignUps(tx)) deleteSignUps(tx, eventId);
    return done('forgotten');
  });
}
