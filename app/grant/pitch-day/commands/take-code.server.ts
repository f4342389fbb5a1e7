import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { keepHandedOut } from '../ballot-box/handed-out.server.ts';
import { codesHanded } from '../queries/codes-handed.server.ts';
import type { StockLevel } from '../rules/level.ts';
import { findStock, handOutUpTo } from '../store/stock.server.ts';

/**
 * Takes the next code of a stock, for good: whatever is rolled back or restored afterwards, nobody else gets it.
 *
 * The box commits at once, so a crash after it costs one code. Where it knows of more codes than the portal, the portal
 * came back from an older copy: it goes on behind them, and says so in the log.
 *
 * @returns the place of the code, from 1
 */
export function takeCode(
  tx: Tx,
  context: Context,
  event: { readonly id: Id; readonly pollId: Id },
  level: StockLevel,
): Outcome<number, 'none-left'> {
  const stock = findStock(tx, event.id, level);
  const handed = codesHanded(context, event, level);
  if (stock === null || handed === null || handed >= stock.size) return refused('none-left');
  if (handed > stock.handed) {
    const facts = { poll: event.pollId, level, known: stock.handed, handed };
    context.log.error(facts, 'more codes were handed out than the portal knows of; see README, "After a restore"');
  }
  const place = handed + 1;
  handOutUpTo(tx, stock, place);
  keepHandedOut(ballotBoxOf(context), event.pollId, level, place);
  return done(place);
}

/** Takes as long as `takeCode`, and no code: nobody learns by waiting who has one already. */
export function takeNoCode(context: Context, event: { readonly id: Id; readonly pollId: Id }, level: StockLevel): void {
  keepHandedOut(ballotBoxOf(context), event.pollId, level, codesHanded(context, event, level) ?? 0);
}
