import type { Context } from '#app/platform/context.server.ts';
import type { CallDate } from '../rules/plan.ts';
import { type WindowState, windowOf } from '../rules/window.ts';
import { findDatesOf } from '../store/dates.server.ts';
import { type CallFacts, type CallSummary, callBySlug, publishedCalls } from './call-facts.server.ts';

/** A call with its plan, as feeds and calendars tell of it. */
export type PublicCall = CallSummary & { readonly dates: readonly CallDate[]; readonly window: WindowState };

/** Open and coming calls with their plans; the one that closes first comes first. Three queries for any number. */
export function openAndComingCalls(context: Context): PublicCall[] {
  const calls = publishedCalls(context)
    .map((call) => ({ ...call, window: windowOf(call, context.now) }))
    .filter((call) => call.window !== 'closed');
  const dates = findDatesOf(
    context.db,
    calls.map((call) => call.id),
  );
  return calls.map((call) => ({ ...call, dates: dates.get(call.id) ?? [] }));
}

/** A call whose dates are fixed; null for a draft, whoever asks. */
export function publishedCall(context: Context, slug: string): CallFacts | null {
  const call = callBySlug(context, slug);
  return call?.state === 'published' ? call : null;
}
