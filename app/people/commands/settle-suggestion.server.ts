import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayReadSuggestions } from '../rules/suggestions.ts';
import { markSettled } from '../store/suggestions.server.ts';

/** Puts a suggestion away once somebody has dealt with it; a second press changes nothing. */
export function settleSuggestion(context: Context, suggestionId: Id): Outcome<'settled', 'not-found'> {
  if (!mayReadSuggestions(context.actor)) return refused('not-found');
  return context.transact((tx) => {
    markSettled(tx, suggestionId, context.now);
    return done('settled');
  });
}
