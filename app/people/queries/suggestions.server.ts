import type { Context } from '#app/platform/context.server.ts';
import { mayReadSuggestions } from '../rules/suggestions.ts';
import { findOpenSuggestions, type Suggestion } from '../store/suggestions.server.ts';

const SHOWN_MAX = 200;

/** Better sentences that nobody has dealt with yet, newest first; null for whoever may not read them. */
export function openSuggestions(context: Context): Suggestion[] | null {
  return mayReadSuggestions(context.actor) ? findOpenSuggestions(context.db, SHOWN_MAX) : null;
}
