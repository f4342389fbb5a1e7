import { crockford } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { StockLevel } from './level.ts';

/** A code of a stock, in Crockford symbols without the check symbol: 85 bits at level C, 115 at level D. */
export type StockCode = string;

export const STOCK_CODE_BYTES = 16;

/** How many codes a stock may have: fewer than ten would tell how people voted. */
export const STOCK_MIN = 10;
export const STOCK_MAX = 5000;

/** Without the check symbol, and how many stand together. */
export const STOCK_CODE_FORMS = { C: { symbols: 17, group: 6 }, D: { symbols: 23, group: 6 } } as const;

/** @param random  sixteen bytes that nobody else knows; what the symbols do not need is dropped */
export function makeStockCode(level: StockLevel, random: Uint8Array): StockCode {
  invariant(random.length === STOCK_CODE_BYTES, 'a code of a stock is made from exactly 16 bytes');
  return crockford(random, STOCK_CODE_FORMS[level].symbols).toUpperCase();
}
