import type { Id } from '#app/kernel/id.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { deleteNamesOnPaper, insertNameOnPaper } from '../store/safety.server.ts';

/** Fixes the names that a ballot paper shows, inside the transaction that fixes the paper. */
export function printPublicNames(
  tx: Tx,
  context: Context,
  cards: readonly { readonly id: Id; readonly publicName: string }[],
): void {
  for (const { id, publicName } of cards) insertNameOnPaper(tx, id, publicName, context.now);
}

/** Lets the names change again, inside the transaction that takes the paper back. */
export function releasePublicNames(tx: Tx, applicationIds: readonly Id[]): void {
  deleteNamesOnPaper(tx, applicationIds);
}
