import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { managesSome } from '../rules/access.ts';
import type { Rhythm } from '../rules/digest.ts';
import { findDigest, writeDigest } from '../store.server.ts';

/** Writes down how often the signed-in manager wants to hear what is new. Nothing that happens in between is lost. */
export function setDigest(context: Context, rhythm: Rhythm): Outcome<'set', 'not-found'> {
  const { actor } = context;
  if (actor === null || !managesSome(actor)) return refused('not-found');
  return context.transact((tx) => {
    const { rhythm: before, toldUntil } = findDigest(tx, actor.personId);
    // After a pause the letters begin with now: a year of news helps nobody.
    writeDigest(tx, actor.personId, { rhythm, toldUntil: before === 'never' ? context.now : toldUntil });
    return done('set');
  });
}
