import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { addTokenHashes } from '../ballot-box/issue-tokens.server.ts';
import { stockCodeOf } from '../queries/stock-entry.server.ts';
import { STOCK_LEVELS } from '../rules/level.ts';
import { tokenHash } from '../rules/token-hash.ts';
import { findStock } from '../store/stock.server.ts';

/** Promises the codes of levels C and D in public, where the vote offers them; inside the transaction of the freeze. */
export function addStocks(tx: Tx, context: Context, eventId: Id, pollId: Id): void {
  for (const level of STOCK_LEVELS) {
    const stock = findStock(tx, eventId, level);
    if (stock === null) continue;
    const hashes = Array.from({ length: stock.size }, (_, index) =>
      tokenHash(pollId, stockCodeOf(context, pollId, level, index + 1)),
    );
    const added = addTokenHashes(ballotBoxOf(context), pollId, { level, batch: `${level}-1`, hashes });
    invariant(added.ok, 'the manifest was written with the same choice, and no two codes are alike');
  }
}
