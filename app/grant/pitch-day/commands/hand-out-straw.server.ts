import { MINUTE } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { limitPerStore } from '#app/platform/rate-limit.server.ts';
import { stockCodeOf } from '../queries/stock-entry.server.ts';
import { stockPage } from '../queries/stock-page.server.ts';
import { strawCodeIn } from '../queries/straw-code.server.ts';
import type { StockCode } from '../rules/stock-code.ts';
import { takeNextPlace } from '../store/stock.server.ts';

/** Codes a minute and vote, whoever asks: one script cannot take them all at once. */
export const STRAWS_MAX = 60;

const limitOf = limitPerStore<Context['db']>(STRAWS_MAX, MINUTE);

/**
 * Gives a browser a code of level D; the one it has already, where it has one. Nothing is written of who asked.
 *
 * @param kept  what the browser remembers, null for nothing
 */
export function handOutStraw(
  context: Context,
  pollId: string,
  kept: string | null,
): Outcome<StockCode, 'not-found' | 'not-open' | 'none-left' | 'too-many'> {
  const page = stockPage(context, pollId, 'D');
  if (page === null) return refused('not-found');
  if (page.standing !== 'open') return refused('not-open');
  const before = strawCodeIn(context, pollId, kept);
  if (before !== null) return done(before);
  if (page.isEmpty) return refused('none-left');
  if (!limitOf(context.db).allows(pollId, context.now)) return refused('too-many');
  return context.transact((tx) => {
    const place = takeNextPlace(tx, page.eventId, 'D');
    return place === null ? refused('none-left') : done(stockCodeOf(context, pollId, 'D', place));
  });
}
