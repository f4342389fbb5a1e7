import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callsOfPartners } from '../../call/queries/call-facts.server.ts';

/** What time each of these partners lives by: that of its newest call. One that has no call yet is missing. */
export function timeZonesOf(context: Pick<Context, 'db'>, partnerIds: readonly Id[]): ReadonlyMap<Id, string> {
  // Newest first, and the last entry of a map wins.
  return new Map(
    callsOfPartners(context, partnerIds)
      .toReversed()
      .map((call) => [call.partnerId, call.timeZone]),
  );
}
