import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { witnessOf } from '../queries/lottery.server.ts';
import { isShortlistDecided } from '../queries/panel-ranking.server.ts';
import { decideTyping, type TypeRefusal } from '../rules/holding-a-lottery.ts';
import { draw, readThrow } from '../rules/lottery.ts';
import { findLottery, insertThrow, throwsOf, writeDrawing } from '../store/lottery.server.ts';
import { isShortlistLocked } from '../store/meeting-facts.server.ts';

/**
 * Writes down what somebody read off the dice; when a second person has read the same, the lots are drawn.
 *
 * @param why  why what she typed before does not count: everybody can read it later
 */
export function typeThrow(
  context: Context,
  callId: Id,
  typed: string,
  why = '',
): Outcome<'first' | 'drawn' | 'differs', TypeRefusal | 'not-found'> {
  return context.transact((tx) => {
    const personId = witnessOf(context, callId);
    if (personId === null) return refused('not-found');
    const lottery = findLottery(tx, callId);
    const thrown = readThrow(typed);
    const facts = {
      isFixed: lottery !== null,
      isDrawn: lottery !== null && lottery.thrown !== null,
      isDecided: isShortlistDecided(context, callId),
      isLocked: isShortlistLocked(tx, callId),
      typed: lottery === null ? [] : throwsOf(tx, lottery.id),
    };
    const decision = decideTyping(facts, personId, thrown, why);
    if (!decision.ok) return decision;
    if (lottery === null || thrown === null) return refused('not-fixed');
    const own = facts.typed.filter((one) => one.personId === personId);
    // What she says once more is nothing new.
    if (own.at(-1)?.thrown !== thrown) {
      const reason = own.length === 0 ? null : why.trim();
      insertThrow(tx, { lotteryId: lottery.id, personId, thrown, typedAt: context.now, why: reason });
    }
    if (decision.value === 'drawn') {
      const references = lottery.entries.map(({ reference }) => reference);
      const ids = new Map(lottery.entries.map(({ reference, applicationId }) => [reference, applicationId]));
      const { seed, lots } = draw({ callId, places: lottery.places, references, salt: lottery.salt }, thrown);
      const drawn = lots.map(({ reference }) => ids.get(reference) ?? '');
      writeDrawing(tx, lottery.id, { thrown, seed, drawn, drawnAt: context.now });
    }
    return done(decision.value);
  });
}
