import type { Context } from '#app/platform/context.server.ts';
import { countReserved } from '../store/ledger.server.ts';

/** How many payments ever took money out of reach of others, in all books of this portal. */
export function paymentsReserved(context: Pick<Context, 'db'>): number {
  return countReserved(context.db);
}
