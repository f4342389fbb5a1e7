import { fromHex } from '#app/kernel/hex.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { StockLevel } from '../rules/level.ts';
import { mailboxOf } from '../rules/mailbox.ts';
import { makeStockCode, STOCK_CODE_BYTES, type StockCode } from '../rules/stock-code.ts';

type Keys = Pick<Context, 'secrets'>;
const SEALED_FOR = 'sign-up';

/** As the database keeps it. */
export function sealAddress({ secrets }: Keys, address: string): string {
  return secrets.seal(address, SEALED_FOR);
}

/** What was sealed. */
export function addressOf({ secrets }: Keys, signUp: { readonly sealed: string }): string {
  return secrets.open(signUp.sealed, SEALED_FOR);
}

/** One mailbox, one code of one vote, however its address is written: the same person at two votes has two hashes. */
export function addressHash({ secrets }: Keys, eventId: Id, address: string): string {
  return secrets.keyedHash(`${eventId} ${mailboxOf(address)}`, 'sign-up-contact');
}

/**
 * A code of a stock: made from the portal's key, so that no copy of a database holds one, and a lost letter can go out again.
 *
 * @param place  from 1
 */
export function stockCodeOf({ secrets }: Keys, pollId: Id, level: StockLevel, place: number): StockCode {
  const hash = secrets.keyedHash(`${pollId} ${level} ${place}`, 'stock-code');
  const bytes = fromHex(hash.slice(0, 2 * STOCK_CODE_BYTES), STOCK_CODE_BYTES);
  invariant(bytes, 'a keyed hash is in hexadecimal');
  return makeStockCode(level, bytes);
}
