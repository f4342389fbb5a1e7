import { type Instant, MINUTE } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { limitPerStore } from '#app/platform/rate-limit.server.ts';
import { stockCodeOf } from '../queries/stock-entry.server.ts';
import { stockPage } from '../queries/stock-page.server.ts';
import { strawCodeIn } from '../queries/straw-code.server.ts';
import type { StockCode } from '../rules/stock-code.ts';
import { takeCode } from './take-code.server.ts';

/** Codes a minute and vote, whoever asks: one script cannot take them all at once. */
export const STRAWS_MAX = 60;

/** So long is a press remembered, for a browser that sends it twice before it has read the first answer. */
export const PRESS_KEPT = MINUTE;

const limitOf = limitPerStore<Context['db']>(STRAWS_MAX, MINUTE);

type Pressed = Map<string, { readonly code: StockCode; readonly at: Instant }>;
/** In memory: nothing is written of who asked. */
const pressedOf = new WeakMap<Context['db'], Pressed>();

/**
 * Gives a browser a code of level D; the one it has already, where it has one. Nothing is written of who asked.
 *
 * @param kept   what the browser remembers, null for nothing
 * @param press  drawn for the page that was pressed: the same press, sent twice, gets one code; null for none
 */
export function handOutStraw(
  context: Context,
  pollId: string,
  kept: string | null,
  press: string | null = null,
): Outcome<StockCode, 'not-found' | 'not-open' | 'none-left' | 'too-many'> {
  const page = stockPage(context, pollId, 'D');
  if (page === null) return refused('not-found');
  if (page.standing !== 'open') return refused('not-open');
  const before = strawCodeIn(context, pollId, kept);
  if (before !== null) return done(before);
  const pressed = pressesIn(context);
  const key = `${pollId} ${press}`;
  const same = press === null ? undefined : pressed.get(key);
  if (same !== undefined) return done(same.code);
  if (page.isEmpty) return refused('none-left');
  if (!limitOf(context.db).allows(pollId, context.now)) return refused('too-many');
  const handed = context.transact((tx): Outcome<StockCode, 'none-left'> => {
    const taken = takeCode(tx, context, { id: page.eventId, pollId: page.pollId }, 'D');
    return taken.ok ? done(stockCodeOf(context, pollId, 'D', taken.value)) : taken;
  });
  if (handed.ok && press !== null) pressed.set(key, { code: handed.value, at: context.now });
  return handed;
}

/** Presses that may still come a second time; never more than the limit lets through in that time. */
function pressesIn({ db, now }: Pick<Context, 'db' | 'now'>): Pressed {
  const pressed = pressedOf.get(db) ?? new Map();
  pressedOf.set(db, pressed);
  for (const [key, { at }] of pressed) if (at <= now - PRESS_KEPT) pressed.delete(key);
  return pressed;
}
