import type { Id } from '#app/kernel/id.ts';
import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { createPayout } from './create-payout.server.ts';
import { submitPayout } from './submit-payout.server.ts';

/**
 * Drafts several payouts and hands each on for approval. One that is refused does not hold up the others.
 *
 * @returns how many were handed on and how many were refused
 */
export function preparePayouts(
  context: Context,
  trancheIds: readonly Id[],
): { readonly prepared: number; readonly refused: number } {
  let prepared = 0;
  for (const trancheId of trancheIds) {
    const outcome = context.transact(() => {
      const made = createPayout(context, trancheId);
      if (!made.ok) return made;
      const submitted = submitPayout(context, made.value.payoutId);
      return submitted.ok ? done(submitted.value) : submitted;
    });
    if (outcome.ok) prepared += 1;
  }
  return { prepared, refused: trancheIds.length - prepared };
}
