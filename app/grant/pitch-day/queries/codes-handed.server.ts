import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { handedOut } from '../ballot-box/handed-out.server.ts';
import type { StockLevel } from '../rules/level.ts';
import { findStock } from '../store/stock.server.ts';

/**
 * How many codes of a stock are with people; null where a vote has none. The box knows more than a portal that came back from
 * an older copy, and the portal more than a box of before this was written there.
 */
export function codesHanded(
  context: Pick<Context, 'db' | 'votes'>,
  event: { readonly id: Id; readonly pollId: Id | null },
  level: StockLevel,
): number | null {
  const stock = findStock(context.db, event.id, level);
  if (stock === null || event.pollId === null) return null;
  return Math.max(stock.handed, handedOut(ballotBoxOf(context), event.pollId, level));
}
