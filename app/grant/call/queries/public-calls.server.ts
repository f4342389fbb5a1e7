import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { CallDate } from '../rules/plan.ts';
import { type WindowState, windowOf } from '../rules/window.ts';
import { lastPublishedAt } from '../store/changes.server.ts';
import { findDatesOf } from '../store/dates.server.ts';
import { type CallFacts, type CallSummary, callBySlug, publishedCalls } from './call-facts.server.ts';

/** A call with its plan, as feeds and calendars tell of it. */
export type PublicCall = CallSummary & {
  readonly dates: readonly CallDate[];
  readonly window: WindowState;
  /** When it was published, or changed last. */
  readonly changedAt: Instant;
};

/** Open and coming calls with their plans; the one that closes first comes first. Four queries for any number. */
export function openAndComingCalls(context: Context): PublicCall[] {
  const calls = publishedCalls(context)
    .map((call) => ({ ...call, window: windowOf(call, context.now) }))
    .filter((call) => call.window !== 'closed');
  const ids = calls.map((call) => call.id);
  const dates = findDatesOf(context.db, ids);
  const changed = lastPublishedAt(context.db, ids);
  return calls.map((call) => ({
    ...call,
    dates: dates.get(call.id) ?? [],
    changedAt: changed.get(call.id) ?? call.opensAt,
  }));
}

/** A published call with when it changed last; null for a draft, whoever asks. */
export function publishedCall(context: Context, slug: string): (CallFacts & { readonly changedAt: Instant }) | null {
  const call = callBySlug(context, slug);
  if (call?.state !== 'published') return null;
  return { ...call, changedAt: lastPublishedAt(context.db, [call.id]).get(call.id) ?? call.opensAt };
}
