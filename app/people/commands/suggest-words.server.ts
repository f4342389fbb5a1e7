import { HOUR } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { limitPerStore } from '#app/platform/rate-limit.server.ts';
import { insertSuggestion } from '../store/suggestions.server.ts';

/** From everybody together, because nothing is kept that could tell one reader from another. */
export const SUGGESTIONS_AN_HOUR_MAX = 60;

const limitOf = limitPerStore<Context['db']>(SUGGESTIONS_AN_HOUR_MAX, HOUR);

/**
 * Keeps a better sentence for the staff, without saying who had it.
 *
 * @param suggested  `page` is the path of the page where the sentence stands; `sentence` may be empty
 */
export function suggestWords(
  context: Context,
  suggested: { readonly page: string; readonly sentence: string; readonly better: string },
): Outcome<'kept', 'too-many'> {
  return context.transact((tx) => {
    if (!limitOf(context.db).allows('all', context.now)) return refused('too-many');
    insertSuggestion(tx, {
      id: context.newId(),
      language: context.language,
      ...suggested,
      createdAt: context.now,
    });
    return done('kept');
  });
}
